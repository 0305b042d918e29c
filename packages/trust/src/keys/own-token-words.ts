import { createHash } from 'node:crypto';

/** Whose token for which server of tools is asked for. */
export interface OwnTokenAsked {
  /** As `mcp.servers` calls it. */
  readonly server: string;
  /** Of the address to which the token would go: one that was given for another address is not told. */
  readonly addressDigest: string;
  /** The `sub` of tokens of our own issuer. */
  readonly subject: string;
}

const start = 'own-token:';
/** Of ids of accounts, far more than enough; so that the words fit wherever references do. */
const longestSubject = 128;

/** By which words gateways ask for a token that a person gave; undefined of who can have given none. No reference of a configuration begins so. */
export function ownTokenWords({ server, addressDigest, subject }: OwnTokenAsked): string | undefined {
  if (subject === '' || subject.length > longestSubject) return undefined;
  return `${start}${JSON.stringify([server, addressDigest, subject])}`;
}

export function isOwnTokenWords(words: string): boolean {
  return words.startsWith(start);
}

/** Undefined of any other words. */
export function readOwnTokenWords(words: string): OwnTokenAsked | undefined {
  if (!isOwnTokenWords(words)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(words.slice(start.length));
  } catch {
    return undefined;
  }
  if (!Array.isArray(read) || read.length !== 3) return undefined;
  const [server, addressDigest, subject]: readonly unknown[] = read;
  const areTexts =
    typeof server === 'string' && typeof addressDigest === 'string' && typeof subject === 'string';
  return areTexts ? { server, addressDigest, subject } : undefined;
}

export function digestOfAddress(url: string): string {
  return createHash('sha256').update(url).digest('base64url');
}
