import { isLoopbackLiteral, isNamedLocalhost } from '@signet/token/keys';

/** Is this plain http to one address of this machine, written in figures? */
export function isHttpInFigures(url: URL): boolean {
  return url.protocol === 'http:' && isLoopbackLiteral(url);
}

/** Is this plain http to this machine, by a name or in figures? */
export function isThisMachine(url: URL): boolean {
  return url.protocol === 'http:' && (isLoopbackLiteral(url) || isNamedLocalhost(url));
}

/** Does what is written lead to the server that listens at the address `bound`, by whichever name of this machine? */
export function leadsTo(url: URL, bound: string): boolean {
  return url.origin === bound || (isThisMachine(url) && url.port === new URL(bound).port);
}
