import { readFileSync } from 'node:fs';

export interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whom to run PostgreSQL as when the tests run as root, which it refuses; undefined when they do not. */
export function ordinaryUser(): OrdinaryUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
