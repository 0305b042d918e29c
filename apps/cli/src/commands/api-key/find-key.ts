import { type ApiKeyId, apiKeyPrefix, isId } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';
import type { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { everyKey, isOver } from './every-key.ts';

/**
 * The key of this id, or the one good key of this name. Whoever gives the key itself is told so, and it is sent nowhere.
 * @param now milliseconds since the epoch
 */
export async function findKey(
  admin: ReturnType<typeof openAdmin>,
  idOrName: string,
  now: number,
): Promise<ApiKeyId> {
  if (isId('apiKey', idOrName)) return idOrName;
  if (idOrName.startsWith(apiKeyPrefix)) throw notTheKey();
  const found = (await everyKey(admin)).filter((key) => key.name === idOrName && !isOver(key, now));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  throw usageFailure({
    sentence: only === undefined ? 'No good API key has this name.' : 'Several good API keys have this name.',
    expected: 'apk_… of the list, or a name that one good key has',
    actual: only === undefined ? safeText(idOrName) : found.map(({ id }) => id).join(', '),
    fix: 'Look at `signet api-key list`.',
  });
}

function notTheKey(): Error {
  return usageFailure({
    sentence: 'This is an API key itself, which stands in the history of the shell now.',
    expected: 'apk_… of the list, or the name of a key',
    actual: 'a key',
    fix: 'Find its name with `signet api-key list`, and rotate it.',
  });
}
