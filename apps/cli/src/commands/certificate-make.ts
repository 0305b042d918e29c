import { isIP } from 'node:net';
import { localCertificateFiles, makeLocalCertificate } from '@signet/server/local';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { dataFolderOf } from '../server/find-server.ts';
import { outcomeLine } from '../terminal/palette.ts';

export interface CertificateMakeOptions extends Omit<ServerOptions, 'server'> {
  readonly host?: readonly string[];
  readonly force?: boolean;
}

const localhost = ['localhost', '127.0.0.1', '::1'] as const;
const mostHosts = 100;

/** Makes the local certificate of a data folder, and says how to use it and whom to tell of it. */
export async function makeCertificate(context: Context, options: CertificateMakeOptions): Promise<void> {
  const dataFolder = dataFolderOf(context, options);
  const files = localCertificateFiles(dataFolder);
  const hosts = hostsOf(context, options);
  const force = options.force === true;
  const made = makeLocalCertificate({ dataFolder, hosts, now: context.clock(), force });
  if (made === undefined) throw exists(files.certificate);
  const { fingerprint } = made;
  const validTo = new Date(made.validTo).toISOString();
  answer(context, options, { ...files, hosts, fingerprint, validTo }, () =>
    [
      outcomeLine(context.paint, true, `Made a certificate for ${hosts.join(', ')}.`),
      `Certificate  ${files.certificate}   (until ${validTo.slice(0, 10)})`,
      `Private key  ${files.key}   (for you alone)`,
      `SHA-256      ${fingerprint}`,
      '',
      'Start with it:',
      `  signet start --tls-certificate ${files.certificate} --tls-key ${files.key}`,
      'Trust it, where it is to be trusted; a browser takes it as an exception, by its SHA-256:',
      `  curl --cacert ${files.certificate} https://localhost:9000/healthz`,
      `  NODE_EXTRA_CA_CERTS=${files.certificate} node app.js`,
      '',
    ].join('\n'),
  );
}

function hostsOf({ environment }: Context, { host = [] }: CertificateMakeOptions): [string, ...string[]] {
  const issuer = URL.parse(environment['SIGNET_ISSUER'] ?? '')?.hostname.replace(/^\[|\]$/g, '');
  const more = [...(issuer === undefined ? [] : [issuer]), ...host.map((each) => each.toLowerCase())];
  for (const each of more) if (!isHost(each)) throw noHost(each);
  const all = new Set([...localhost, ...more]);
  all.delete('localhost');
  if (all.size > mostHosts) throw noHost(`${all.size} of them`);
  return ['localhost', ...all];
}

/** A name of letters, digits and hyphens (RFC 1123 §2.1), a wildcard before it at most, or an address in figures. */
function isHost(text: string): boolean {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  return (
    isIP(text) !== 0 || (text.length <= 253 && new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`).test(text))
  );
}

function noHost(text: string): CommandFailure {
  return usageFailure({
    sentence: 'A certificate cannot be for this host.',
    expected: `a name such as signet.internal or an address such as 10.0.0.7, ${mostHosts} at most`,
    actual: text.slice(0, 80),
    fix: 'Give the host alone, without a scheme and a port.',
  });
}

function exists(file: string): CommandFailure {
  return new CommandFailure({
    sentence: `There is a certificate or a key already: ${file}. Nothing was changed.`,
    expected: 'none, or a certificate that has run out',
    actual: 'one that is in use, or that nobody here can read',
    fix: 'Use it, or replace it with `--force`.',
  });
}
