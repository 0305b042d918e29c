export type { AdminConnection } from './admin-call.ts';
export type { AdminClient } from './admin-client.ts';
export { createAdminClient } from './admin-client.ts';
export { AnswerNotUnderstood } from './answer-not-understood.ts';
export { createOperatorCredential } from './operator-credential.ts';
