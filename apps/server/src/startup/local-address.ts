interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** How this machine reaches what listens on an address: always in figures, for a name may lead to somebody else. */
export function localAddress({ host, port }: HostAndPort, scheme: 'http' | 'https' = 'http'): string {
  if (host === '0.0.0.0') return localAddress({ host: '127.0.0.1', port }, scheme);
  if (host === '::') return localAddress({ host: '::1', port }, scheme);
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
