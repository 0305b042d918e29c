import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where the running server can be reached; written into the data folder so that the commands find it. */
export interface RunningServer {
  /** The address that was bound, in figures. */
  readonly control: string;
  /** The file with the certificate that `control` shows; absent where it speaks HTTP. */
  readonly certificate?: string;
  /** A socket in the file system that leads to the control side; absent where the system has none. */
  readonly socket?: string;
  /** The address that was bound, in figures. */
  readonly gateway: string;
  /** The file with the certificate that `gateway` shows; absent where it speaks HTTP. */
  readonly gatewayCertificate?: string;
  /** As it stands in tokens. */
  readonly issuer: string;
  /** As people are told it. */
  readonly gatewayOrigin: string;
  /** The configuration that it was started with. */
  readonly configuration?: string;
  readonly processId: number;
}

/** Written beside and put in place, so that nobody reads half of it or a file that others may read. */
export function writeRunningFile(dataFolder: string, running: RunningServer): void {
  const draft = `${fileIn(dataFolder)}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, fileIn(dataFolder));
}

export function removeRunningFile(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/**
 * What the last start wrote. It may have ended without taking this away, so connecting decides. A file that somebody
 * else than we, or than the owner of the data folder where we are root, wrote or could write says nothing: passwords
 * are sent where it leads.
 */
export function readRunningFile(dataFolder: string): RunningServer | undefined {
  try {
    const read: unknown = JSON.parse(readOwners(dataFolder));
    return isRunningServer(read) ? read : undefined;
  } catch {
    // No file, or one that a crash left half written: nothing is known to run.
    return undefined;
  }
}

/** Judges and reads one and the same file, whatever is put in its place meanwhile. */
function readOwners(dataFolder: string): string {
  const file = openSync(fileIn(dataFolder), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return isOwners(file, dataFolder) ? readFileSync(file, 'utf8') : '';
  } finally {
    closeSync(file);
  }
}

/** Windows keeps owners elsewhere. */
function isOwners(file: number, dataFolder: string): boolean {
  if (process.platform === 'win32') return true;
  const { uid, mode } = fstatSync(file);
  const me = process.getuid?.();
  return uid === statSync(dataFolder).uid && (uid === me || me === 0) && (mode & 0o022) === 0;
}

function isRunningServer(value: unknown): value is RunningServer {
  const names = ['control', 'gateway', 'issuer', 'gatewayOrigin'];
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const optional = ['socket', 'certificate', 'gatewayCertificate', 'configuration'];
  return (
    names.every((name) => typeof members.get(name) === 'string') &&
    optional.every((name) => ['undefined', 'string'].includes(typeof members.get(name)))
  );
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'server.json');
}
