import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@signet/testing/machine';
import { Children, untilPrinted } from '@signet/testing/processes';
import { root } from '@signet/testing/signet';
import { describeWithPostgres, describeWithRedis } from '@signet/testing/suites';
import { expect, it } from 'vitest';
import { asPrinted, type Example, examplesIn } from './testing/documented.ts';

const page = (name: string): string => readFileSync(join(root, 'docs', `${name}.md`), 'utf8');
const lines = examplesIn(page('operating'), '');
const [makeCertificate, ...others] = lines.filter(({ line }) => line.endsWith('certificate make'));
const starts = lines.filter((example) => example !== makeCertificate);
const withServers = starts.filter(({ line }) => line.startsWith('DATABASE_URL='));
const withCertificate = starts.filter(({ line }) => line.includes('tls-certificate '));
const alone = starts.filter((each) => !withServers.includes(each) && !withCertificate.includes(each));

/** On a data folder and ports of its own, and without anything of the developer's Signet. */
function environment(folder: string): NodeJS.ProcessEnv {
  const ours = /^(SIGNET_|DATABASE_URL$|REDIS_URL$|FORCE_COLOR$)/;
  const clean = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const own = { SIGNET_DATA: folder, SIGNET_PORT: '0', SIGNET_GATEWAY_PORT: '0', NO_COLOR: '1' };
  return { ...Object.fromEntries(clean), ...own };
}

async function holdStartTo(example: Example): Promise<void> {
  using folder = temporaryFolder();
  await holdStartIn(folder.path, example);
}

async function holdStartIn(folder: string, { line, printed }: Example): Promise<void> {
  await using children = new Children();
  const started = await children.start({
    program: 'bash',
    arguments: ['--norc', '-c', line],
    folder: root,
    environment: environment(folder),
  });
  const said = await untilPrinted(started, /^Stop with.*\n/m);
  expect(printed.length).toBeGreaterThan(0);
  for (const written of printed) expect(said).toMatch(asPrinted(written));
}

/** What a line that ends by itself prints; rejects where it fails. */
async function printedBy(line: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', line], { cwd: root, env });
  return stdout;
}

it('finds the lines of the document', () => {
  expect([alone.length, withServers.length, withCertificate.length]).toEqual([1, 1, 3]);
  expect([makeCertificate?.printed.length, others]).toEqual([1, []]);
});

it.each(alone)('$line', holdStartTo);

it.each(withCertificate)('$line, with a certificate that was made as the document says', async (example) => {
  using folder = temporaryFolder();
  const issuer = / --(?:issuer|gateway-origin) (\S+)/.exec(example.line)?.[1];
  const named = issuer === undefined ? {} : { SIGNET_ISSUER: issuer };
  const made = await printedBy(makeCertificate?.line ?? '', { ...environment(folder.path), ...named });
  if (issuer === undefined) {
    for (const said of makeCertificate?.printed ?? []) expect(made).toMatch(asPrinted(said));
  }
  const line = example.line
    .replace(/(?<=tls-certificate )\S+/, join(folder.path, 'certificate.pem'))
    .replace(/(?<=tls-key )\S+/, join(folder.path, 'certificate.key'));
  await holdStartIn(folder.path, { ...example, line });
});

describeWithPostgres('with a PostgreSQL', (postgres) =>
  describeWithRedis('and a Redis', (redis) => {
    it.each(withServers)('$line', async ({ line, printed }) => {
      const here = line
        .replace(/(?<=^DATABASE_URL=)\S+/, await postgres().createDatabase())
        .replace(/(?<= REDIS_URL=)\S+/, redis().url);
      await holdStartTo({ line: here, printed });
    });
  }),
);

it('checks the whole file of the document with the line that it gives', async () => {
  using folder = temporaryFolder();
  const text = page('configuration');
  const file = join(folder.path, 'signet.yaml');
  writeFileSync(file, /## A whole file\n\n```yaml\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '');
  const [example] = examplesIn(text, '');
  const line = example?.line.replace('signet.yaml', file) ?? '';
  const stdout = await printedBy(line, environment(folder.path));
  expect(stdout.replaceAll(file, 'signet.yaml')).toMatch(asPrinted(example?.printed.join('\n') ?? ''));
  expect(example?.printed).toHaveLength(1);
});
