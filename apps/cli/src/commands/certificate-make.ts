import { localCertificateFiles, makeLocalCertificate } from '@signet/server/local';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { dataFolderOf } from '../server/find-server.ts';
import { outcomeLine } from '../terminal/palette.ts';
import { isHost, mostHosts, noHost } from './certificate-hosts.ts';

export interface CertificateMakeOptions extends Omit<ServerOptions, 'server'> {
  readonly host?: readonly string[];
  readonly force?: boolean;
}

const localhost = ['localhost', '127.0.0.1', '::1'] as const;

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

function exists(file: string): CommandFailure {
  return new CommandFailure({
    sentence: `There is a certificate or a key already: ${file}. Nothing was changed.`,
    expected: 'none, or a certificate that has run out',
    actual: 'one that is in use, or that nobody here can read',
    fix: 'Use it, or replace it with `--force`.',
  });
}
