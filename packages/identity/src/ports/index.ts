export {
  decideRotation,
  type KeptRefreshToken,
  type RotationDecision,
  type RotationState,
} from '../sessions/decide-rotation.ts';
export { assertSameSession, ended, sessionRevocation } from '../sessions/session-ending.ts';
export { createMemoryAccounts } from './accounts.memory.ts';
export type { Account, AccountStore } from './accounts.ts';
export type { Attempt, LoginThrottle, SignInAttempt, Throttled } from './login-throttle.ts';
export { createMemoryRevocations, type MemoryRevocationLog } from './revocations.memory.ts';
export type { RevocationAnnouncer, RevocationLog } from './revocations.ts';
export { MemorySessions } from './sessions.memory.ts';
export type { Ending, RefreshToken, Rotation, RotationRule, Session, SessionStore } from './sessions.ts';
export { createMemorySigningKeys } from './signing-keys.memory.ts';
export type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';
