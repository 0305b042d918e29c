/*
 * node bench/src/cache-tests/cache-tests.ts FOLDER
 * Runs http-tests/cache-tests, of which FOLDER is a checkout with its packages installed, against Signet's cache and nginx's.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { freePorts, startSignet } from '@signet/testing/signet';
import { nginxCommand } from '../gateway/nginx-command.ts';
import { print } from '../report/output.ts';
import { renderTable } from '../report/table.ts';
import { judge } from './judge.ts';

const run = promisify(execFile);

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a checkout of http-tests/cache-tests.');
const checkout = resolve(folder);

using scratch = temporaryFolder();
// nginx keeps answers as another user than the one that starts it.
await chmod(scratch.path, 0o755);
await using children = new Children();
const tests = await freePort();
const server = await children.start({
  program: process.execPath,
  arguments: ['test-engine/server/server.mjs'],
  folder: checkout,
  environment: {
    ...process.env,
    npm_config_protocol: 'http',
    npm_config_port: `${tests}`,
    npm_config_pidfile: join(scratch.path, 'pid'),
  },
});
await untilListening(server, tests);

const nginx = await freePort();
const proxy = await children.start(await nginxCommand('nginx', scratch.path, 'cache', nginxServer(nginx)));
await untilListening(proxy, nginx);

const data = join(scratch.path, 'data');
await mkdir(data);
await writeFile(join(data, 'signet.yaml'), signetConfiguration());
await using signet = await startSignet({ dataFolder: data, ports: await freePorts() });

const found = [
  { name: 'signet', ...(await judge(checkout, await resultsFor(signet.gateway))) },
  { name: 'nginx', ...(await judge(checkout, await resultsFor(`http://127.0.0.1:${nginx}`))) },
];
print(
  renderTable(
    ['row', 'required', 'failed', 'optimal', 'failed', 'behaviours', 'not so', 'not run'].map((title) => ({
      title,
    })),
    found.map(({ name, counts }) => [
      name,
      counts.required.passed,
      counts.required.failed,
      counts.optimal.passed,
      counts.optimal.failed,
      counts.check.passed,
      counts.check.failed,
      counts.notRun,
    ]),
  ),
);
for (const { name, failed } of found) print(`\n${name} fails of what is required:\n${failed.join('\n')}\n`);

async function resultsFor(base: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--no-warnings', 'test-engine/cli.mjs'], {
    cwd: checkout,
    env: { ...process.env, npm_config_base: base, npm_config_id: '', npm_package_config_id: '' },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

function nginxServer(port: number): string {
  const at = (name: string) => join(scratch.path, name);
  return `
  proxy_cache_path ${at('kept')} levels=1:2 keys_zone=kept:8m max_size=100m inactive=600m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${tests};
      proxy_cache kept;
      proxy_cache_revalidate on;
      proxy_http_version 1.1;
    }
  }`;
}

function signetConfiguration(): string {
  return `
gateway: { maxAddressShare: 100% }
upstreams: { tests: { targets: [{ url: 'http://127.0.0.1:${tests}' }] } }
routes:
  - id: all
    match: { methods: [GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS], path: '/{rest*}' }
    public: true
    upstream: tests
    cache: { per: everyone }
`;
}
