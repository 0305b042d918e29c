import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder } from '../startup/data-folder.ts';
import { writePair } from './local-certificate.ts';
import { type CertificatePair, issueCertificate, makeAuthority } from './make-certificate.ts';
import { type CertificateFiles, readPair, type ServerCertificate } from './read-certificate.ts';

const day = 24 * 60 * 60 * 1000;
const authorityLifetime = 3650 * day;
const lifetime = 397 * day;
/** Clocks of other machines may be behind. */
const backdated = day;

/** Where the authority of nodes lies. Its key makes nodes: it belongs on no node. */
export function nodeAuthorityFiles(folder: string): CertificateFiles {
  return { certificate: join(folder, 'ca.pem'), key: join(folder, 'ca.key') };
}

export interface NodeCertificate extends ServerCertificate {
  readonly files: CertificateFiles;
  /** Made with it, since there was none. */
  readonly isNewAuthority: boolean;
}

/**
 * Makes the certificate of a node: for clients where it is a gateway node, for servers of these hosts where it is a control
 * node, so that no gateway node can pass for one. The authority is made with the first.
 * @returns undefined where there is one of that name already and nothing is to be replaced; then nothing has changed
 * @throws SignetError `certificate_unreadable` and others of `readPair`, `data_folder_not_writable`
 */
export function makeNodeCertificate(options: {
  readonly folder: string;
  readonly name: string;
  /** Of a control node. */
  readonly hosts: readonly string[];
  readonly now: number;
  readonly force: boolean;
}): NodeCertificate | undefined {
  const { folder, name, hosts, now, force } = options;
  const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  if (!force && (existsSync(files.certificate) || existsSync(files.key))) return undefined;
  prepareDataFolder(folder);
  const times = { from: now - backdated, serial: randomBytes(16) };
  const authority = authorityOf(folder, now);
  const pair = issueCertificate(
    {
      ...times,
      until: now + lifetime,
      hosts: [name, ...hosts],
      purpose: hosts.length === 0 ? 'client' : 'server',
    },
    authority,
  );
  writePair(files, pair);
  return { ...readPair(files, now), files, isNewAuthority: authority.isNew };
}

function authorityOf(
  folder: string,
  now: number,
): CertificatePair & { readonly name: string; readonly isNew: boolean } {
  const files = nodeAuthorityFiles(folder);
  const isNew = !existsSync(files.certificate) && !existsSync(files.key);
  if (isNew) {
    const name = `Signet nodes ${randomBytes(4).toString('hex')}`;
    const times = { from: now - backdated, until: now + authorityLifetime, serial: randomBytes(16) };
    writePair(files, makeAuthority({ name, ...times }));
  }
  const pair = readPair(files, now);
  const { subject } = new X509Certificate(readFileSync(files.certificate));
  return { ...pair, name: subject.replace(/^CN=/, ''), isNew };
}
