/**
 * The name in a `Host` header, in lower case and without a port. The dot of the root, with which a name may end
 * (RFC 3986 §3.2.2), names no other host, and servers overlook it.
 */
export function hostNameOf(authority: string): string {
  const colon = authority.lastIndexOf(':');
  const name = colon === -1 || authority.endsWith(']') ? authority : authority.slice(0, colon);
  return (name.endsWith('.') ? name.slice(0, -1) : name).toLowerCase();
}
