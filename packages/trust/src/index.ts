export { fetchKeys } from './keys/fetch-keys.ts';
export { handedDocument, handedSecrets, type ReadHanded } from './keys/handed-keys.ts';
export type { IssuerKeysOptions, KeyRing, KeyStatus, ReportRejected } from './keys/issuer-keys.ts';
export { IssuerKeys, ofHanded } from './keys/issuer-keys.ts';
export { isPublished, type KeySource, type PublishedKeys } from './keys/key-source.ts';
export {
  digestOfAddress,
  isOwnTokenWords,
  type OwnTokenAsked,
  ownTokenWords,
  readOwnTokenWords,
} from './keys/own-token-words.ts';
export type { BoundKey, ReadSharedSecrets, SharedSecret } from './keys/shared-secret.ts';
export type { AskServer, ServerQuestion } from './ports/ask-server.ts';
export type { FetchDocument, FetchLimits } from './ports/fetch-document.ts';
export type { SendForm } from './ports/send-form.ts';
export type { FollowedLog, LogFollower } from './revocation/followed-log.ts';
export { refuseRevoked } from './revocation/refuse-revoked.ts';
export { RevocationReplica } from './revocation/revocation-replica.ts';
export { type RevocableToken, RevokedSet } from './revocation/revoked-set.ts';
