import { isNamedLocalhost } from '@signet/server/local';

/** Is this plain http to one address of this machine, written in figures (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3)? */
export function isLoopbackLiteral({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname));
}

/** Is this plain http to this machine, by a name or in figures? */
export function isThisMachine(url: URL): boolean {
  return isLoopbackLiteral(url) || (url.protocol === 'http:' && isNamedLocalhost(url.origin));
}

/** Does what is written lead to the server that listens at the address `bound`, by whichever name of this machine? */
export function leadsTo(url: URL, bound: string): boolean {
  return url.origin === bound || (isThisMachine(url) && url.port === new URL(bound).port);
}
