/** The prefix tells a reader, a log and the type checker what an identifier names. */
export const idPrefixes = {
  account: 'usr',
  client: 'cli',
  session: 'ses',
  grant: 'grt',
  family: 'fam',
  refreshToken: 'rtk',
  key: 'key',
  reference: 'req',
  token: 'jti',
  mail: 'eml',
  passkey: 'psk',
  organization: 'org',
  invitation: 'inv',
  apiKey: 'apk',
} as const;

export type IdKind = keyof typeof idPrefixes;

declare const brand: unique symbol;

/** An identifier such as `usr_1f8k…`: 128 random bits in lower-case Crockford base32 behind a prefix. */
export type Id<Kind extends IdKind> = `${(typeof idPrefixes)[Kind]}_${string}` & { readonly [brand]: Kind };

export type AccountId = Id<'account'>;
export type ClientId = Id<'client'>;
export type SessionId = Id<'session'>;
export type GrantId = Id<'grant'>;
export type FamilyId = Id<'family'>;
export type RefreshTokenId = Id<'refreshToken'>;
export type KeyId = Id<'key'>;
/** Names one request in a refusal, a log line and `signet explain`. */
export type Reference = Id<'reference'>;
export type TokenId = Id<'token'>;
/** Names one mail, in the log and in its `Message-ID`. */
export type MailId = Id<'mail'>;
/** Names one passkey to its owner; authenticators know it by another. */
export type PasskeyId = Id<'passkey'>;
export type OrganizationId = Id<'organization'>;
/** Names one invitation into an organisation. */
export type InvitationId = Id<'invitation'>;
/** Names one API key; what the key is, nobody can tell from it. */
export type ApiKeyId = Id<'apiKey'>;

/** Fills the given array with unpredictable bytes; `crypto.getRandomValues` outside tests. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const bodyLength = 26;
/** Two characters at a time, as identifiers are made for every request. */
const pairs = [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second));

export function newId<Kind extends IdKind>(kind: Kind, random: FillRandom = fillRandom): Id<Kind> {
  const bytes = random(new Uint8Array(bodyLength));
  let body = '';
  for (let at = 0; at < bodyLength; at += 2)
    body += pairs[(((bytes[at] ?? 0) & 31) << 5) | ((bytes[at + 1] ?? 0) & 31)];
  return `${idPrefixes[kind]}_${body}` as Id<Kind>;
}

export function isId<Kind extends IdKind>(kind: Kind, text: unknown): text is Id<Kind> {
  return typeof text === 'string' && idPattern(kind).test(text);
}

/** The identifier, or `undefined` for anything else: how an edge takes one in. */
export function parseId<Kind extends IdKind>(kind: Kind, text: unknown): Id<Kind> | undefined {
  return isId(kind, text) ? text : undefined;
}

export function idPattern(kind: IdKind): RegExp {
  return patterns[kind];
}

const patterns = Object.fromEntries(
  Object.entries(idPrefixes).map(([kind, prefix]) => [
    kind,
    new RegExp(`^${prefix}_[${alphabet}]{${bodyLength}}$`),
  ]),
) as Record<IdKind, RegExp>;

function fillRandom(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(bytes);
}
