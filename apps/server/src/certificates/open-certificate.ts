import type { Server } from 'node:http';
import type { WallClock } from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import type { Settings } from '../options/options.ts';
import { type FollowedCertificate, followCertificate } from './follow-certificate.ts';
import { readServerCertificate, type ServerCertificate } from './read-certificate.ts';
import { SecureServer } from './secure-server.ts';

/** The certificate of a start, which can be kept up to date once somebody presents it. */
export interface OpenCertificate extends ServerCertificate {
  /** @param server Made with this certificate. */
  follow(server: Server, log: Logger): FollowedCertificate;
}

/**
 * The certificate that the settings name, fit for the host of the issuer; undefined where HTTP is spoken.
 * @throws SignetError as `readServerCertificate` does
 */
export function openCertificate(
  { tls: files, issuer }: Pick<Settings, 'tls' | 'issuer'>,
  wall: WallClock,
): OpenCertificate | undefined {
  if (files === undefined) return undefined;
  const host = hostOf(issuer);
  const read = () => readServerCertificate(files, host, wall());
  const running = read();
  return {
    ...running,
    follow(server, log) {
      if (!(server instanceof SecureServer)) throw new Error('The control side speaks HTTP.');
      const present = (next: ServerCertificate) => server.present(next);
      return followCertificate({ files, read, running, present, wall, log });
    },
  };
}

/** An issuer that nobody set will be `localhost`. */
function hostOf(issuer = 'https://localhost'): string {
  return new URL(issuer).hostname.replace(/^\[|\]$/g, '');
}
