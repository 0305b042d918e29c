/** A URL's host as `URL` writes it: `127.1` and `0x7f.1` have become `127.0.0.1` there. */
type Host = Pick<URL, 'hostname'>;

/** An address of this machine in figures (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3): nobody else can answer there. */
export function isLoopbackLiteral({ hostname }: Host): boolean {
  return hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** `localhost`, or a name below it (RFC 6761 §6.3). It leads to more than one address, where strangers may listen. */
export function isNamedLocalhost({ hostname }: Host): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}

/**
 * Where plain http stays on this machine: in figures, or by the name `localhost`. Names below that one are left out, as not
 * every resolver keeps them here.
 */
export function isLoopback(host: Host): boolean {
  return isLoopbackLiteral(host) || host.hostname === 'localhost';
}
