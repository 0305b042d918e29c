/** A name with its password, as they came. A private member, so that no dump of a request shows the password. */
export class ShownPassword {
  readonly name: string;
  readonly #password: string;

  constructor(name: string, password: string) {
    this.name = name;
    this.#password = password;
  }

  reveal(): string {
    return this.#password;
  }
}

/** Bytes of the name, the colon and the password. */
export const longestShown = 1024;

const scheme = /^basic(?: +|$)/i;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function isBasic(authorization: string): boolean {
  return scheme.test(authorization);
}

/** The value of `Authorization` with the scheme `Basic` (RFC 7617 §2); undefined for what can be read in two ways, or in none. */
export function readBasic(authorization: string): ShownPassword | undefined {
  const encoded = authorization.replace(scheme, '').trimEnd();
  if (encoded.length > (longestShown * 4) / 3 + 4 || !base64.test(encoded)) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length > longestShown || bytes.toString('base64') !== encoded) return undefined;
  const text = decoded(bytes);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon === -1 || /\p{Cc}/u.test(text)) return undefined;
  return new ShownPassword(text.slice(0, colon), text.slice(colon + 1));
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return strictly.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
