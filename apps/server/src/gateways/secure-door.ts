import type { Door } from '@signet/gateway';
import type { GatewayTls } from '../certificates/gateway-certificates.ts';
import { type CertificatePairs, SecureServer } from '../certificates/secure-server.ts';

/** HTTPS, by HTTP/2 or 1.1 as the client likes, and the way to renew what it shows. */
export function secureDoor({ pairs: first, authorities }: GatewayTls): {
  readonly door: Door;
  present(pairs: CertificatePairs): void;
} {
  let pairs = first;
  let server: SecureServer | undefined;
  return {
    door: {
      scheme: 'https',
      open(options) {
        server = new SecureServer({ ...options, authorities, isGateway: true }, ...pairs);
        return server;
      },
    },
    present(next) {
      pairs = next;
      server?.present(...next);
    },
  };
}
