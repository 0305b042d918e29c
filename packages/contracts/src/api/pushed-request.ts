import { z } from 'zod';

/** `POST /oauth/par` (RFC 9126 §2.1): what would stand in the address of `/oauth/authorize`, with the proof of the client. */
export interface PushedRequest {
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  readonly client_assertion?: string | undefined;
  readonly client_assertion_type?: string | undefined;
  readonly [parameter: string]: string | undefined;
}

/** RFC 9126 §2.2. */
export interface PushedRequestAnswer {
  /** What `request_uri` at `/oauth/authorize` is for this request. */
  readonly request_uri: string;
  /** Seconds. */
  readonly expires_in: number;
}

export const pushedRequestSchema: z.ZodType<PushedRequest, unknown> = z
  .record(z.string(), z.string())
  .meta({ id: 'PushedRequest' });

export const pushedRequestAnswerSchema: z.ZodType<PushedRequestAnswer, unknown> = z
  .object({ request_uri: z.string().max(512), expires_in: z.int().nonnegative() })
  .meta({ id: 'PushedRequestAnswer' });
