export type { Account, AccountStore } from './accounts.ts';
export type { RevocationAnnouncer, RevocationLog } from './revocations.ts';
export type { Ending, RefreshToken, Rotation, RotationRule, Session, SessionStore } from './sessions.ts';
export type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';
