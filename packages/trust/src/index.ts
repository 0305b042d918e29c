export { fetchKeys } from './keys/fetch-keys.ts';
export type { IssuerKeysOptions, KeyRing, KeyStatus, ReportRejected } from './keys/issuer-keys.ts';
export { IssuerKeys } from './keys/issuer-keys.ts';
export type { KeySource } from './keys/key-source.ts';
export type { FetchDocument, FetchLimits } from './ports/fetch-document.ts';
export type { SendForm } from './ports/send-form.ts';
export { RevokedSet } from './revocation/revoked-set.ts';
