/** Behind the path of the issuer (OpenID Connect Discovery 1.0 §4), or before it (RFC 8414 §3.1). */
const wellKnown = /^(.*?)\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(\/.*)?$/s;

/**
 * The issuer whose discovery document has this address, without a slash at its end: a document that speaks for
 * another must be refused (OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3). However the address is spelled: a query,
 * a slash behind it or an encoded letter finds the same document. Undefined where no issuer's document lies.
 */
export function discoveryIssuer({ origin, pathname }: URL): string | undefined {
  const [, before, behind = ''] = wellKnown.exec(withoutTrailingSlashes(decoded(pathname))) ?? [];
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

/** By hand, as `/+$` is quadratic over a long row of slashes that ends otherwise. */
function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
