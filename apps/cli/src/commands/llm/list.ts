import type { ModelProviderSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { instant } from '../keys/instant.ts';

const titles = ['NAME', 'KIND', 'URL', 'KEY', 'SET', 'STATE'];

const states = {
  used: 'used',
  shadowed: 'not used: signet.yaml has this name',
  unreadable: 'not used: the master key does not open it',
} as const;

/** Shows the providers that were added, and of a key no more than how it ends. */
export async function listModelProviders(context: Context, options: ServerOptions): Promise<void> {
  const answered = await openAdmin(context, options).listModelProviders();
  answer(context, options, answered, () => {
    if (answered.providers.length === 0) return 'None was added: `signet llm provider add openai`\n';
    return `${table(titles, answered.providers.map(rowOf), context.paint)}\n`;
  });
}

function rowOf({ name, kind, url, keyEnds, setAt, state }: ModelProviderSummary): readonly string[] {
  const key = keyEnds === undefined ? '…' : `…${safeText(keyEnds)}`;
  return [safeText(name), kind, safeText(url), key, instant(setAt), states[state]];
}
