import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NewCredential } from '../demo/seed-accounts.ts';

/** A Signet in a process of its own. */
export interface SignetProcess {
  readonly web: string;
  readonly gateway: string;
  readonly credentials: readonly NewCredential[];
  /** `kill -9`: nothing in the process gets to say another word. */
  kill(): Promise<void>;
}

/** @param before The process whose ports this one takes over, so that its address stays the same. */
export async function spawnSignet(
  dataFolder: string,
  environment: Readonly<Record<string, string>>,
  before?: Pick<SignetProcess, 'web' | 'gateway'>,
): Promise<SignetProcess> {
  const main = fileURLToPath(new URL('signet-main.ts', import.meta.url));
  const ports = before === undefined ? ['0', '0'] : [new URL(before.web).port, new URL(before.gateway).port];
  const child = spawn(process.execPath, [main, dataFolder, ...ports], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const ended = exited.then(() => Promise.reject(new Error('The server ended before it answered.')));
  const started = JSON.parse(await Promise.race([line, ended])) as Omit<SignetProcess, 'kill'>;
  return {
    ...started,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
