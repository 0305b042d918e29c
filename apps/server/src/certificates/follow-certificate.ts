import { SignetError, type WallClock } from '@signet/contracts';
import { followFile } from '../files/follow-file.ts';
import type { Logger } from '../logging/logger.ts';
import type { CertificateFiles, ServerCertificate } from './read-certificate.ts';

const day = 24 * 60 * 60 * 1000;
/** How long before its end a certificate is worth a warning, once a day. */
const nearTheEnd = 14 * day;

/** A certificate that is in use, and follows its files. */
export interface FollowedCertificate {
  /** Reads the files again, and takes them over if they can serve; never throws. */
  reload(): void;
  close(): void;
}

/** Takes renewed files over without dropping a connection; what cannot serve is logged, and the old pair stays. */
export function followCertificate(options: {
  readonly files: CertificateFiles;
  /** @throws SignetError where it cannot serve */
  readonly read: () => ServerCertificate;
  readonly running: ServerCertificate;
  readonly present: (next: ServerCertificate) => void;
  readonly wall: WallClock;
  readonly log: Logger;
}): FollowedCertificate {
  const { files, read, present, wall, log } = options;
  let { running } = options;
  const reload = () => {
    try {
      const next = read();
      if (next.certificate === running.certificate && next.key === running.key) return;
      present(next);
      running = next;
      log.info({ file: files.certificate, fingerprint: next.fingerprint }, 'The certificate was taken over');
    } catch (error) {
      log.error(
        { file: files.certificate, ...reasonOf(error) },
        'The certificate cannot be used; the old one stays',
      );
    }
  };
  const warn = () => warnOfTheEnd(running, files.certificate, wall(), log);
  warn();
  const daily = setInterval(warn, day).unref();
  const stops = [followFile(files.certificate, reload), followFile(files.key, reload)];
  return {
    reload,
    close() {
      clearInterval(daily);
      for (const stop of stops) stop();
    },
  };
}

function warnOfTheEnd({ validTo }: ServerCertificate, file: string, now: number, log: Logger): void {
  if (validTo - now > nearTheEnd) return;
  log.warn({ file, validTo: new Date(validTo).toISOString() }, 'The certificate runs out soon; renew it');
}

/** Never the error itself: what is read here is a private key. */
function reasonOf(error: unknown): { readonly code: string; readonly reason: string; readonly fix?: string } {
  if (!(error instanceof SignetError))
    return { code: 'certificate_unreadable', reason: 'TLS does not take the pair' };
  const { code, sentence, fix } = error.refusal;
  return { code, reason: sentence, ...(fix === undefined ? {} : { fix }) };
}
