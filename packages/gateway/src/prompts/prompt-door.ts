import { readWantedVersion, type WantedVersion } from '@signet/contracts';

/** Which prompt is asked for at an address. */
export interface PromptDoor {
  readonly kind: 'prompt';
  readonly name: string;
  readonly version?: WantedVersion;
}

const address = /^(?:\/prompts)?\/([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:@([0-9.]{1,13}))?$/;

/**
 * Undefined for an address at which no prompt can be.
 * @param path canonical, without the prefix that the route takes away
 */
export function promptDoorOf(method: string, path: string): PromptDoor | undefined {
  if (method !== 'POST') return undefined;
  const [, name, written] = address.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (written === undefined) return { kind: 'prompt', name };
  const version = readWantedVersion(written);
  return version === undefined ? undefined : { kind: 'prompt', name, version };
}

/** As it stands in the address. */
export function tellDoor({ name, version }: PromptDoor): string {
  if (version === undefined) return name;
  const { major, minor } = version;
  return `${name}@${major}${minor === undefined ? '' : `.${minor}`}`;
}
