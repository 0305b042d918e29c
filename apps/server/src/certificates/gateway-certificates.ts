import type { WallClock } from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import type { Settings } from '../options/options.ts';
import { readClientAuthorities } from './client-authorities.ts';
import { type FollowedCertificate, followCertificate } from './follow-certificate.ts';
import type { CertificatePair } from './make-certificate.ts';
import { readPair, readServerCertificate, type ServerCertificate } from './read-certificate.ts';
import type { CertificatePairs } from './secure-server.ts';

/** What gateways need to speak HTTPS; it can be sent to another process of this program. */
export interface GatewayTls {
  readonly pairs: CertificatePairs;
  /** Of clients, as PEM; absent: nobody is asked for a certificate. */
  readonly authorities?: readonly string[];
}

/** The certificates of the gateways, which can be kept up to date once somebody presents them. */
export interface GatewayCertificates {
  readonly tls: GatewayTls;
  /** @param present told of all of them whenever one was renewed */
  follow(present: (pairs: CertificatePairs) => void, log: Logger): FollowedCertificate;
}

/**
 * The certificates that the settings name, one of which speaks for the host of the gateway; undefined where HTTP is spoken.
 * @throws SignetError as `readServerCertificate` does
 */
export function openGatewayCertificates(
  { gatewayTls, gatewayOrigin = 'https://localhost' }: Pick<Settings, 'gatewayTls' | 'gatewayOrigin'>,
  wall: WallClock,
): GatewayCertificates | undefined {
  if (gatewayTls === undefined) return undefined;
  const { certificates, clientAuthorities } = gatewayTls;
  const host = new URL(gatewayOrigin).hostname.replace(/^\[|\]$/g, '');
  const [first, ...others] = certificates;
  const followed = [
    { files: first, read: () => readServerCertificate(first, host, wall()) },
    ...others.map((files) => ({ files, read: () => readPair(files, wall()) })),
  ].map((each) => ({ ...each, running: each.read() }));
  const pairs: CertificatePair[] = followed.map(({ running }) => running);
  const authorities =
    clientAuthorities.length === 0 ? undefined : readClientAuthorities(clientAuthorities).texts;
  return {
    tls: { pairs: pairs as [CertificatePair], ...(authorities === undefined ? {} : { authorities }) },
    follow(present, log) {
      const renewed = (index: number) => (next: ServerCertificate) => {
        pairs[index] = next;
        present([...pairs] as [CertificatePair]);
      };
      const stops = followed.map((each, index) =>
        followCertificate({ ...each, present: renewed(index), wall, log }),
      );
      return {
        reload() {
          for (const each of stops) each.reload();
        },
        close() {
          for (const each of stops) each.close();
        },
      };
    },
  };
}
