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
const starts = examplesIn(page('operating'), '');
const withServers = starts.filter(({ line }) => line.startsWith('DATABASE_URL='));
const alone = starts.filter((example) => !withServers.includes(example));

/** On a data folder and ports of its own, and without anything of the developer's Signet. */
function environment(folder: string): NodeJS.ProcessEnv {
  const ours = /^(SIGNET_|DATABASE_URL$|REDIS_URL$|FORCE_COLOR$)/;
  const clean = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const own = { SIGNET_DATA: folder, SIGNET_PORT: '0', SIGNET_GATEWAY_PORT: '0', NO_COLOR: '1' };
  return { ...Object.fromEntries(clean), ...own };
}

async function holdStartTo({ line, printed }: Example): Promise<void> {
  using folder = temporaryFolder();
  await using children = new Children();
  const started = await children.start({
    program: 'bash',
    arguments: ['--norc', '-c', line],
    folder: root,
    environment: environment(folder.path),
  });
  const said = await untilPrinted(started, /^Stop with.*\n/m);
  expect(printed.length).toBeGreaterThan(0);
  for (const written of printed) expect(said).toMatch(asPrinted(written));
}

it('finds the lines of the document', () => {
  expect([alone.length, withServers.length]).toEqual([1, 1]);
});

it.each(alone)('$line', holdStartTo);

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
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', line], {
    cwd: root,
    env: environment(folder.path),
  });
  expect(stdout.replaceAll(file, 'signet.yaml')).toMatch(asPrinted(example?.printed.join('\n') ?? ''));
  expect(example?.printed).toHaveLength(1);
});
