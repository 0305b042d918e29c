export { accountStoreContract } from './accounts.contract.ts';
export { auditLogContract } from './audit.contract.ts';
export { clientStoreContract } from './clients.contract.ts';
export { familyStoreContract } from './families.contract.ts';
export { loginThrottleContract } from './login-throttle.contract.ts';
export { protocolStoreContract } from './protocol.contract.ts';
export { revocationLogContract } from './revocations.contract.ts';
export { type SessionAdapters, sessionStoreContract } from './sessions.contract.ts';
export { signingKeyStoreContract } from './signing-keys.contract.ts';
