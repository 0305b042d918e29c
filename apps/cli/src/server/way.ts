/** How a connection is made, whatever the request is called by. */
export type Way =
  /** A socket in the file system. */
  | { readonly kind: 'socket'; readonly path: string }
  /** The very address that a server of this machine bound. */
  | { readonly kind: 'address'; readonly host: string; readonly port: number }
  /** By the address that the request is called by. */
  | { readonly kind: 'as-written' };

/** @param bound An origin in figures, such as `http://127.0.0.1:9000`. */
export function wayTo(bound: string): Way {
  const { hostname, port } = new URL(bound);
  return { kind: 'address', host: hostname.replace(/^\[|\]$/g, ''), port: Number(port === '' ? 80 : port) };
}
