import { startupFailure } from './startup-failure.ts';

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
  throw startupFailure('node_too_old', `This is Node ${version}; Signet needs ${oldestNodeMajor} or later.`, {
    expected: `Node ${oldestNodeMajor} or later`,
    actual: `Node ${version}`,
    fix: 'Run `npm ci` in the Signet folder, which brings the right Node along, then start with `npm start` or `npx signet start`.',
  });
}
