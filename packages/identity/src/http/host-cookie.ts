/** A cookie out of reach of scripts, sent only to this site. */
export interface HostCookie {
  /** The value in a `Cookie` header; `several` where the name came more than once, so that none can be trusted. */
  read(header: string | undefined): string | 'several' | undefined;
  /** A `Set-Cookie` value; `maxAge` in seconds. */
  write(value: string, maxAge: number): string;
  clear(): string;
}

export interface HostCookieReach {
  /** Where it is sent without the prefix, which demands all of the host. */
  readonly plainPath?: string;
  /** `Lax` for one that has to come along when another site leads back here. */
  readonly sameSite?: 'Strict' | 'Lax';
}

/**
 * Over TLS the prefix of its name keeps other hosts and plain connections from planting one; it demands `Path=/`. On plain
 * localhost browsers accept `Secure` but not always the prefix.
 */
export function createHostCookie(
  issuer: string,
  names: { readonly overTls: string; readonly plain: string },
  { plainPath = '/auth', sameSite = 'Strict' }: HostCookieReach = {},
): HostCookie {
  const overTls = new URL(issuer).protocol === 'https:';
  const name = overTls ? names.overTls : names.plain;
  const attributes = `Path=${overTls ? '/' : plainPath}; Secure; HttpOnly; SameSite=${sameSite}`;
  return {
    read: (header) => onlyOne(valuesOf(name, header ?? '')),
    write: (value, maxAge) => `${name}=${value}; Max-Age=${maxAge}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

function valuesOf(name: string, header: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

function onlyOne(values: readonly string[]): string | 'several' | undefined {
  return values.length > 1 ? 'several' : values[0];
}
