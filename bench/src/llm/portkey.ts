import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from '@signet/testing/processes';
import { say } from '../report/output.ts';

/** Its streams fail with a newer server of Hono (Portkey-AI/gateway#1389). */
const wanted = {
  private: true,
  dependencies: { '@portkey-ai/gateway': '1.15.2' },
  overrides: { '@hono/node-server': '1.13.5' },
};

const folder = fileURLToPath(new URL('../../node_modules/.cache/portkey/', import.meta.url));
const program = `${folder}node_modules/@portkey-ai/gateway/build/start-server.js`;

/** It is installed when it is first measured, apart from all else: nobody who only runs Signet's tests waits for it. */
export async function portkeyStart(port: number): Promise<Command | undefined> {
  if (!existsSync(program)) await install();
  if (!existsSync(program)) {
    say('!! Portkey could not be installed: its rows are missing from the table.');
    return undefined;
  }
  return { program: process.execPath, arguments: [program, `--port=${port}`, '--headless'] };
}

async function install(): Promise<void> {
  say('installing Portkey for this bench');
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}package.json`, JSON.stringify(wanted));
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'ignore',
  });
}
