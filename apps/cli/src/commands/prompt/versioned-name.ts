import { readVersion } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';
import { safeText } from '../../terminal/safe-text.ts';

export interface VersionedName {
  readonly name: string;
  readonly version: string;
}

/** `summary@1.4`. */
export function readVersionedName(text: string): VersionedName {
  const at = text.indexOf('@');
  const [name, version] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (name !== '' && readVersion(version) !== undefined) return { name, version };
  throw usageFailure({
    sentence: 'This names no version of a prompt.',
    expected: 'a name and a version, such as summary@1.4',
    actual: safeText(text.slice(0, 80)),
    fix: 'Look at `signet prompt show NAME`.',
  });
}
