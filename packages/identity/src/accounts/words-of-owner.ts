/** Whose password it is, and where. */
export interface PasswordOwner {
  readonly username: string;
  /** The address of the identity provider. */
  readonly issuer: string;
}

export type OwnerWord = 'username' | 'service_name';

/** Shorter ones stand in any good password by chance. */
const shortestWord = 3;

/** Words that whoever guesses at this account tries first, each with what it is; lower case. */
export function wordsOfOwner({ username, issuer }: PasswordOwner): ReadonlyMap<string, OwnerWord> {
  const host = new URL(issuer).hostname.toLowerCase();
  return new Map<string, OwnerWord>([
    ...spellings(host).map((word) => [word, 'service_name'] as const),
    ...spellings('signet').map((word) => [word, 'service_name'] as const),
    ...spellings(username.toLowerCase()).map((word) => [word, 'username'] as const),
  ]);
}

/** `ada.lovelace@x.org` whole, without its signs, and each of its parts. */
function spellings(name: string): readonly string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  return [name, parts.join(''), ...parts].filter(
    (word) => word.length >= shortestWord && /\p{L}/u.test(word),
  );
}
