import type { z } from 'zod';
import type { ErrorCode } from '../errors/catalogue.ts';
import type { Address } from './addresses.ts';
import type { Exchange } from './exchanges.ts';

/** All that is agreed of one endpoint between those who serve it and those who call it. */
export interface AnyEndpoint extends Address {
  /** One sentence for the description of the API. */
  readonly summary: string;
  /** Of a good answer. */
  readonly status: 200 | 201 | 204;
  readonly parameters?: z.ZodType<object, unknown>;
  readonly query?: z.ZodType<object, unknown>;
  readonly condition?: z.ZodType<object, unknown>;
  readonly body?: z.ZodType<object, unknown>;
  readonly answer: z.ZodType<object, unknown>;
  /** Of its body, where it takes more than others do. */
  readonly mostBytes?: number;
  /** What it may refuse with. */
  readonly codes: readonly ErrorCode[];
}

/** With a schema for each part of the exchange, and for no other. */
export type Endpoint<Of extends Exchange> = Omit<AnyEndpoint, keyof Exchange> & {
  readonly [Part in keyof Of]: z.ZodType<Of[Part], unknown>;
};
