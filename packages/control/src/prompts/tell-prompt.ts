import {
  type PromptSummary,
  type PromptVersionSummary,
  type Publication,
  type PublicationSummary,
  tellVersion,
} from '@signet/contracts';
import type { KeptVersion } from '../ports/prompt-store.ts';

/** @param versions newest first */
export function tellPrompt(
  name: string,
  versions: readonly KeptVersion[],
  publication: Publication | undefined,
): PromptSummary {
  const [newest] = versions;
  return {
    name,
    newest: newest === undefined ? '' : tellVersion(newest.version),
    ...(publication === undefined ? {} : { stable: tellVersion(publication.stable) }),
    ...(publication?.canary === undefined ? {} : { canary: tellVersion(publication.canary.version) }),
  };
}

export function tellVersionOf({ version, at, by, published }: KeptVersion): PromptVersionSummary {
  return { version: tellVersion(version), at, by, published };
}

export function tellPublication({
  number,
  at,
  by,
  stable,
  canary,
  restores,
}: Publication): PublicationSummary {
  return {
    ...{ number, at, by, stable: tellVersion(stable) },
    ...(canary === undefined ? {} : { canary: { version: tellVersion(canary.version), to: canary.to } }),
    ...(restores === undefined ? {} : { restores }),
  };
}
