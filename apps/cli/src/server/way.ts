/** How a connection is made, whatever the request is called by. */
export type Way =
  /** A socket in the file system. */
  | { readonly kind: 'socket'; readonly path: string }
  /** The very address that a server of this machine bound. */
  | { readonly kind: 'address'; readonly host: string; readonly port: number }
  /** The same over TLS: it shows the certificate in this file, or one that this signed, for the host of the issuer. */
  | {
      readonly kind: 'secure-address';
      readonly host: string;
      readonly port: number;
      readonly certificate: string;
      readonly issuerHost: string;
    }
  /** By the address that the request is called by. */
  | { readonly kind: 'as-written' };

/** @param bound An origin in figures, such as `http://127.0.0.1:9000`. */
export function wayTo(bound: string): Way {
  return { kind: 'address', ...placeOf(bound) };
}

/** @param bound An https origin in figures. */
export function secureWayTo(bound: string, issuer: string, certificate: string): Way {
  const { host: issuerHost } = placeOf(issuer);
  return { kind: 'secure-address', ...placeOf(bound), certificate, issuerHost };
}

function placeOf(origin: string): { readonly host: string; readonly port: number } {
  const { protocol, hostname, port } = new URL(origin);
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}
