import type { ApiKeyWithSecret } from '@signet/contracts';
import { instant } from '../keys/instant.ts';

/** The lines with a key that was made. */
export function tellKey({ key, summary: { expiresAt } }: ApiKeyWithSecret): readonly string[] {
  const until = expiresAt === undefined ? 'until it is revoked' : `until ${instant(expiresAt)}`;
  return [`Key       ${key}   (shown this once; only its hash is kept)`, `Good      ${until}`];
}
