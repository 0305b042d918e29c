import type { ClientWithSecret } from '@signet/contracts';

/** The lines with a secret that was made; nothing of a client without. */
export function tellSecret({ secret }: ClientWithSecret): readonly string[] {
  return secret === undefined ? [] : [`Secret    ${secret}   (shown this once; only its hash is kept)`];
}
