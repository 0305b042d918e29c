import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the running server can be reached; written into the data folder so that the commands find it. */
export interface RunningServer {
  /** To connect to from this machine. */
  readonly control: string;
  readonly gateway: string;
  /** As it stands in tokens. */
  readonly issuer: string;
  readonly processId: number;
}

export function writeRunningFile(dataFolder: string, running: RunningServer): void {
  writeFileSync(fileIn(dataFolder), `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
}

export function removeRunningFile(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/** What the last start wrote. It may have ended without taking this away, so connecting decides. */
export function readRunningFile(dataFolder: string): RunningServer | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'));
    return isRunningServer(read) ? read : undefined;
  } catch {
    // No file, or one that a crash left half written: nothing is known to run.
    return undefined;
  }
}

function isRunningServer(value: unknown): value is RunningServer {
  const names = ['control', 'gateway', 'issuer'];
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return names.every((name) => typeof members.get(name) === 'string');
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'server.json');
}
