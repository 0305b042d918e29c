export { accountStoreContract } from './contracts/account-store.ts';
export type { Open, Opened } from './contracts/opened.ts';
export { recordStoreContract } from './contracts/record-store.ts';
export { revocationLogContract } from './contracts/revocation-log.ts';
export { type SessionAdapters, sessionStoreContract } from './contracts/session-store.ts';
export { signingKeyStoreContract } from './contracts/signing-key-store.ts';
export { storesContract } from './contracts/stores.ts';
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
