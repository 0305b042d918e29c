import { readBody, SignetError, type SignetRefusal } from '@signet/contracts';

/** What arrived with an admin request, not yet checked. */
export interface AdminRequest {
  readonly parameters: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Answers with what goes out as JSON; rejects with a `SignetError` to refuse. */
export type AdminHandler = (request: AdminRequest) => Promise<object>;

type Schema<Value> = Parameters<typeof readBody<Value>>[0];

/** The value as the schema gives it. @throws SignetError `request_invalid` */
export function checked<Value>(schema: Schema<Value>, value: unknown): Value {
  const reading = readBody(schema, value);
  if (!reading.ok) throw new SignetError(reading.refusal);
  return reading.body;
}

export function refuse(refusal: SignetRefusal): never {
  throw new SignetError(refusal);
}
