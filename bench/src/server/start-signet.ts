import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoConfiguration } from '@signet/contracts';
import { type Children, hasEnded, type Started } from '../process/children.ts';
import { freePort } from '../process/ports.ts';

/** A whole Signet, started as a user would, with the demo's user. */
export interface RunningSignet {
  readonly pid: number;
  readonly dataFolder: string;
  /** Web, identity and admin API; in figures, as `localhost` may be somebody else. */
  readonly control: string;
  readonly gateway: string;
  readonly username: string;
  readonly password: string;
}

/** The command line of this repository. */
export const cli: string = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

/** What `signet start` is told, apart from the data folder. */
export interface Ports {
  readonly port: number;
  readonly gatewayPort: number;
}

export async function freePorts(): Promise<Ports> {
  return { port: await freePort(), gatewayPort: await freePort() };
}

/** The words after `signet start` or `npm start --`. */
export function startArguments(dataFolder: string, { port, gatewayPort }: Ports): string[] {
  return ['--data', dataFolder, '--port', `${port}`, '--gateway-port', `${gatewayPort}`];
}

/** Starts Signet on free ports with `workers` gateway processes and an empty data folder below `folder`. */
export async function startSignet(
  children: Children,
  folder: string,
  workers: number,
): Promise<RunningSignet> {
  const dataFolder = join(folder, 'data');
  const ports = await freePorts();
  const gatewayOrigin = `http://localhost:${ports.gatewayPort}`;
  await mkdir(dataFolder, { mode: 0o700 });
  await writeFile(join(dataFolder, 'signet.yaml'), await configurationWithoutLimit(gatewayOrigin));
  const words = ['start', ...startArguments(dataFolder, ports), '--workers', `${workers}`];
  const started = await children.start({ program: process.execPath, arguments: [cli, ...words] });
  const password = await readPassword(started);
  const control = `http://127.0.0.1:${ports.port}`;
  const gateway = `http://127.0.0.1:${ports.gatewayPort}`;
  return { pid: started.pid, dataFolder, control, gateway, username: 'demo', password };
}

/** The demo's own, less the limit of 100 requests a second for each caller: the bench is one caller. */
async function configurationWithoutLimit(gatewayOrigin: string): Promise<string> {
  const text = demoConfiguration({ echoPort: await freePort(), gatewayOrigin });
  return text.replace(/^ *limit:.*\n/m, '');
}

const attempts = 600;
const betweenAttemptsMs = 50;

/** The password of the demo user, which the first start prints once, when everything listens. */
async function readPassword({ child, output }: Started): Promise<string> {
  for (let attempt = 0; attempt < attempts && !hasEnded(child); attempt++) {
    const password = /^ {2}demo +(\S+)/m.exec(output())?.[1];
    if (password !== undefined && output().includes('Stop with')) return password;
    await pause(betweenAttemptsMs);
  }
  // Not the output itself: it may hold a password.
  throw new Error('Signet did not start, or did not print the password of the demo user.');
}
