import { refusal, SignetError } from '@signet/contracts';

/** The oldest major version that has everything Signet is built on (`node:sqlite`, type stripping). */
export const oldestNodeMajor = 26;

/**
 * Refuses to start on a Node that is too old.
 * @param version As `process.versions.node` says it, such as `26.10.0`.
 * @throws SignetError `node_too_old`
 */
export function assertNodeVersion(version: string): void {
  const major = Number.parseInt(version, 10);
  if (major >= oldestNodeMajor) return;
  throw new SignetError(refusal('node_too_old', { version, oldest: oldestNodeMajor }));
}
