import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `signet login` leaves behind for the commands after it. Readable by its owner only. */
export interface CliSession {
  /** The address of the identity provider the session is with. */
  readonly server: string;
  readonly username: string;
  readonly sessionId: string;
  /** Kept after log-out until it expires, so that a refusal can be seen with one's own eyes. */
  readonly accessToken: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** `name=value` for the `Cookie` header; gone after log-out. */
  readonly refreshCookie?: string;
  /** ISO 8601; present once the session was ended from here. */
  readonly endedAt?: string;
}

export function sessionFile(dataFolder: string): string {
  return join(dataFolder, 'cli-session.json');
}

/** The session, or undefined when there is none or the file is not ours. */
export function readSession(dataFolder: string): CliSession | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(sessionFile(dataFolder), 'utf8'));
    return isSession(read) ? read : undefined;
  } catch {
    // No file, or one that cannot be read as a session: signing in writes a new one.
    return undefined;
  }
}

/** Written beside and put in place, so that nobody reads half a session or a file that others may read. */
export function writeSession(dataFolder: string, session: CliSession): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const draft = `${sessionFile(dataFolder)}.${process.pid}`;
  // Made anew and never written into: what lies there may be a link, or a file that others hold open.
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, sessionFile(dataFolder));
}

function isSession(value: unknown): value is CliSession {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const texts = ['server', 'username', 'sessionId', 'accessToken', 'expiresAt'];
  return texts.every((name) => typeof members.get(name) === 'string');
}
