import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignetError } from '@signet/contracts';
import { prepareDataFolder } from '../startup/data-folder.ts';
import { type CertificatePair, makeCertificate } from './make-certificate.ts';
import { type CertificateFiles, readPair, type ServerCertificate } from './read-certificate.ts';

const day = 24 * 60 * 60 * 1000;
/** Browsers have no patience for longer ones (CA/Browser Forum Baseline Requirements §6.3.2). */
const lifetime = 397 * day;
/** Clocks of other machines may be behind. */
const backdated = day;

/** Where the local certificate of a data folder lies. */
export function localCertificateFiles(dataFolder: string): CertificateFiles {
  return { certificate: join(dataFolder, 'certificate.pem'), key: join(dataFolder, 'certificate.key') };
}

/**
 * Makes a certificate that signs itself, in the place of none or of one that has run out.
 * @param now Milliseconds since the epoch
 * @param force Whatever is there is replaced.
 * @returns undefined where something else is there; then nothing has changed
 * @throws SignetError `data_folder_not_writable`
 */
export function makeLocalCertificate(options: {
  readonly dataFolder: string;
  readonly hosts: readonly [string, ...string[]];
  readonly now: number;
  readonly force: boolean;
}): ServerCertificate | undefined {
  const { dataFolder, hosts, now, force } = options;
  const files = localCertificateFiles(dataFolder);
  if (!force && isTaken(files, now)) return undefined;
  prepareDataFolder(dataFolder);
  writePair(
    files,
    makeCertificate({ hosts, from: now - backdated, until: now + lifetime, serial: randomBytes(16) }),
  );
  return readPair(files, now);
}

/** What can be read and what cannot: a key that nobody here knows may be all that its owner has. */
function isTaken(files: CertificateFiles, now: number): boolean {
  if (!existsSync(files.certificate) && !existsSync(files.key)) return false;
  try {
    readPair(files, now);
    return true;
  } catch (error) {
    return !(error instanceof SignetError && error.refusal.code === 'certificate_expired');
  }
}

/** The certificate last: who follows both files then finds a pair. */
export function writePair(files: CertificateFiles, { certificate, key }: CertificatePair): void {
  put(files.key, key, 0o600);
  put(files.certificate, certificate, 0o644);
}

function put(file: string, text: string, mode: number): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode, flag: 'wx' });
  renameSync(draft, file);
}
