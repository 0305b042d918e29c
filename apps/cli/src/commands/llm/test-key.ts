import type { TestModelProviderAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** Whether a provider takes its key; no where it does not, or cannot be asked. */
export async function testModelProvider(
  context: Context,
  name: string,
  options: ServerOptions,
): Promise<ExitCode> {
  const tested = await openAdmin(context, options).testModelProvider({ name });
  const ok = tested.outcome === 'answers';
  answer(context, options, tested, () =>
    [
      outcomeLine(context.paint, ok, sentenceOf(safeText(name), tested)),
      ...tested.models.map((model) => `  ${safeText(name)}/${safeText(model)}`),
      ...(tested.furtherModels === 0 ? [] : [`  and ${tested.furtherModels} more`]),
      '',
    ].join('\n'),
  );
  return ok ? 0 : 1;
}

function sentenceOf(name: string, { outcome, status, models, furtherModels }: TestModelProviderAnswer) {
  switch (outcome) {
    case 'answers':
      return `${name} takes the key, and has ${models.length + furtherModels} models.`;
    case 'key-refused':
      return `${name} does not take the key (status ${status}): give another one, \`signet llm provider add ${name}\`.`;
    case 'other-answer':
      return `What answers for ${name} gives no list of models (status ${status}): look at its address.`;
    case 'unreachable':
      return `${name} cannot be reached from the server: look at its address, and at the way there.`;
  }
}
