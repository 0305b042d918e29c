export { AnswerNotUnderstood } from './answer-not-understood.ts';
export type { Connection } from './call-endpoint.ts';
export type { Client } from './create-client.ts';
export { createClient } from './create-client.ts';
export { RefreshCookie } from './refresh-cookie.ts';
export { RefusedByServer } from './refused-by-server.ts';
