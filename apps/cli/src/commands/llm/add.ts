import type { SetModelProviderAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openPasswordPrompt } from '../../input/ask-password.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { kindOf } from './kind-of.ts';

export interface ProviderAddOptions extends ServerOptions {
  readonly kind?: string;
  readonly url?: string;
}

/** Adds a provider with its key, which no argument ever holds: others could read it there. */
export async function addModelProvider(
  context: Context,
  name: string,
  { kind: said, url, ...server }: ProviderAddOptions,
): Promise<void> {
  const kind = kindOf(name, said);
  const key = (await openPasswordPrompt(context.terminal)(`Key of ${safeText(name)}: `)).trim();
  if (key === '') throw noKey();
  const more = url === undefined ? {} : { url };
  const added = await openAdmin(context, server).setModelProvider({ name, kind, key, ...more });
  answer(context, server, added, () =>
    [
      outcomeLine(
        context.paint,
        true,
        added.replaced
          ? `Gave ${safeText(added.name)} another key.`
          : `Added ${safeText(added.name)}, which answers at ${safeText(added.url)}.`,
      ),
      `Models    ${safeText(added.name)}/MODEL`,
      ...basesOf(added),
      `Next      signet llm provider test ${safeText(added.name)}`,
      '',
    ].join('\n'),
  );
}

function basesOf({ baseUrls }: SetModelProviderAnswer): readonly string[] {
  if (baseUrls.length === 0)
    return ['Route     none takes it yet: say `llm: { addedProviders: true }` on one'];
  return baseUrls.map((each) => `Base URL  ${safeText(each)}`);
}

function noKey(): Error {
  return usageFailure({
    sentence: 'No key came in.',
    expected: 'the key of the provider, typed or as the first line of standard input',
    actual: 'nothing',
    fix: 'Run the command again, and paste the key where it is asked for.',
  });
}
