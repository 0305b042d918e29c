import type { PromptVersion } from './prompt.ts';

/** What may stand behind the `@` of an address: one version, or the newest of a major. */
export interface WantedVersion {
  readonly major: number;
  readonly minor?: number;
}

const written = /^([1-9]\d{0,5})(?:\.(0|[1-9]\d{0,5}))?$/;

export function tellVersion({ major, minor }: PromptVersion): string {
  return `${major}.${minor}`;
}

/** Undefined for what is no version; none has two spellings. */
export function readWantedVersion(text: string): WantedVersion | undefined {
  const [, major, minor] = written.exec(text) ?? [];
  if (major === undefined) return undefined;
  return minor === undefined ? { major: Number(major) } : { major: Number(major), minor: Number(minor) };
}

export function readVersion(text: string): PromptVersion | undefined {
  const wanted = readWantedVersion(text);
  return wanted?.minor === undefined ? undefined : { major: wanted.major, minor: wanted.minor };
}

/** Negative where the first is the older one. */
export function compareVersions(one: PromptVersion, other: PromptVersion): number {
  return one.major - other.major || one.minor - other.minor;
}

export function isSameVersion(one: PromptVersion, other: PromptVersion): boolean {
  return compareVersions(one, other) === 0;
}

/** @param newest of all that there are; undefined for the first */
export function nextVersion(newest: PromptVersion | undefined, isBreaking: boolean): PromptVersion {
  if (newest === undefined) return { major: 1, minor: 0 };
  return isBreaking
    ? { major: newest.major + 1, minor: 0 }
    : { major: newest.major, minor: newest.minor + 1 };
}

/** Whether the one may stand right behind the other: no version is left out, so that none can be slipped in later. */
export function follows(version: PromptVersion, newest: PromptVersion | undefined): boolean {
  return [false, true].some((isBreaking) => isSameVersion(version, nextVersion(newest, isBreaking)));
}
