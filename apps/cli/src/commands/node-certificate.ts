import { resolve } from 'node:path';
import { makeNodeCertificate as make, nodeAuthorityFiles } from '@signet/server/local';
import { answer, type Context } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { outcomeLine } from '../terminal/palette.ts';
import { isHost, mostHosts, noHost } from './certificate-hosts.ts';

export interface NodeCertificateOptions {
  readonly host?: readonly string[];
  readonly folder?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** As `nodes` of `signet.yaml` has them; `ca` is the authority's. */
const namePattern = /^(?!ca$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Makes the certificate of a gateway node, or of a control node where it is told its hosts; and the authority with the first. */
export async function makeNodeCertificate(
  context: Context,
  name: string,
  options: NodeCertificateOptions,
): Promise<void> {
  if (!namePattern.test(name)) throw noName(name);
  const hosts = (options.host ?? []).map((each) => each.toLowerCase());
  for (const each of hosts) if (!isHost(each)) throw noHost(each);
  if (hosts.length > mostHosts) throw noHost(`${hosts.length} of them`);
  const folder = resolve(options.folder ?? 'nodes');
  const made = make({ folder, name, hosts, now: context.clock(), force: options.force === true });
  if (made === undefined) throw exists(folder, name);
  const { files, fingerprint, isNewAuthority } = made;
  const validTo = new Date(made.validTo).toISOString();
  const authority = nodeAuthorityFiles(folder);
  const kind = hosts.length === 0 ? 'gateway' : 'control';
  answer(
    context,
    options,
    { kind, name, hosts, ...files, authority: authority.certificate, fingerprint, validTo },
    () =>
      [
        outcomeLine(context.paint, true, `Made a certificate for the ${kind} node ${name}.`),
        `Certificate  ${files.certificate}   (until ${validTo.slice(0, 10)})`,
        `Private key  ${files.key}   (for that node alone)`,
        `SHA-256      ${fingerprint}`,
        ...(isNewAuthority
          ? [
              `Authority    ${authority.certificate}   (for every node)`,
              `Its key      ${authority.key}   (for no node: it makes others)`,
            ]
          : []),
        '',
        ...(kind === 'gateway'
          ? ['Let it in, in the signet.yaml of the control node:', `  nodes: { ${name}: {} }`]
          : ['Start with it:', `  ${startLine(files, authority.certificate)}`]),
        '',
      ].join('\n'),
  );
}

function startLine(
  { certificate, key }: { readonly certificate: string; readonly key: string },
  authority: string,
): string {
  return `signet start --node-port 9443 --node-certificate ${certificate} --node-key ${key} --node-ca ${authority}`;
}

function noName(text: string): CommandFailure {
  return usageFailure({
    sentence: 'A node cannot have this name.',
    expected: 'lower-case letters, digits and hyphens, at most 63, and not `ca`',
    actual: text.slice(0, 80),
    fix: 'Give a name such as edge-1; the hosts of a control node are given with `--host`.',
  });
}

function exists(folder: string, name: string): CommandFailure {
  return new CommandFailure({
    sentence: `There is a certificate or a key of ${name} in ${folder} already. Nothing was changed.`,
    expected: 'none of that name',
    actual: 'one that may be in use',
    fix: 'Use it, or replace it with `--force`; the old one is taken until its fingerprint stands in `nodes`.',
  });
}
