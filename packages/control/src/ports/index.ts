export type { AccountAdministration } from './accounts.ts';
export type { AuditReader } from './audit.ts';
export type { ClientAdministration } from './clients.ts';
export type { KeyAdministration } from './keys.ts';
export { createMemoryRecords } from './records.memory.ts';
export type { RecordStore } from './records.ts';
export type { Revoker } from './revoker.ts';
export type { ServerState } from './server-state.ts';
export type { VerifyAccessToken } from './verify-access-token.ts';
