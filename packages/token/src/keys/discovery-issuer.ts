/** Behind the path of the issuer (OpenID Connect Discovery 1.0 §4), or before it (RFC 8414 §3.1). */
const wellKnown = /^(.*?)\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(\/.*)?$/s;

/**
 * The issuer whose discovery document has this address, without a slash at its end: a document that speaks for
 * another must be refused (OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3). However the address is spelled: a query,
 * a slash behind it or an encoded letter finds the same document. Undefined where no issuer's document lies.
 */
export function discoveryIssuer({ origin, pathname }: URL): string | undefined {
  const [, before, behind = ''] = wellKnown.exec(decoded(pathname).replace(/\/+$/, '')) ?? [];
  return before === undefined ? undefined : origin + before + behind;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
