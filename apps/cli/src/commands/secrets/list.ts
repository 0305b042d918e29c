import type { SecretSummary, SecretsAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { instant } from '../keys/instant.ts';

const titles = ['KEY', 'REFERENCE', 'READ', 'LAST READ', 'CHANGED', 'BEFORE IT UNTIL'];

const whenRead = {
  start: 'at the start',
  schedule: 'again and again',
  'sign-in': 'at each sign-in there',
} as const;

/** Shows what the server knows of the secrets, of which it tells none. */
export async function listSecrets(context: Context, options: ServerOptions): Promise<void> {
  const answered = await openAdmin(context, options).listSecrets();
  answer(context, options, answered, () => {
    const rows = answered.secrets.map(rowOf);
    const failures = answered.secrets.flatMap((each) => failureOf(each));
    return [table(titles, rows, context.paint), ...failures, scheduleOf(answered), ''].join('\n');
  });
}

function rowOf({
  key,
  reference,
  reads,
  readAt,
  changedAt,
  previousUntil,
}: SecretSummary): readonly string[] {
  const times = [readAt, changedAt, previousUntil].map(instant);
  return [safeText(key), safeText(reference), whenRead[reads], ...times];
}

function failureOf({ key, failure }: SecretSummary): readonly string[] {
  if (failure === undefined) return [];
  return [`${safeText(key)} could not be read at ${instant(failure.at)}: ${safeText(failure.reason)}`];
}

function scheduleOf({ refreshEvery }: SecretsAnswer): string {
  if (refreshEvery === undefined) return 'Read again by `signet secrets refresh` (secrets.refreshEvery)';
  return `Read again every ${refreshEvery / 1000} s`;
}
