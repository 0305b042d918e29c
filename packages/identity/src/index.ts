export type { AccountDirectory, AccountSummary, NewAccount } from './accounts/account-directory.ts';
export { newOneTimePassword } from './accounts/one-time-password.ts';
export type { Identity, IdentityOptions } from './create-identity.ts';
export { createIdentity } from './create-identity.ts';
export type { PublishedDocuments } from './keys/published-documents.ts';
export type { Delivered } from './mail/mailroom.ts';
export type { MailWay } from './mail/open-mail.ts';
export type { Revoke } from './revocations/revoke.ts';
export type { AccessToken, VerifyAccessToken } from './tokens/verify-access-token.ts';
