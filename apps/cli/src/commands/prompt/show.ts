import {
  describePrompt,
  type PromptVersionAnswer,
  type PromptVersionSummary,
  type PublicationSummary,
  readDefinition,
  readVersion,
} from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { jsonText } from '../../terminal/json-text.ts';
import { table } from '../../terminal/table.ts';
import { instant } from '../keys/instant.ts';
import { tellCanary } from './publish.ts';
import { readVersionedName } from './versioned-name.ts';

type ShowOptions = ServerOptions & { readonly openapi?: boolean };

/** The versions of a prompt and what counted; or what one version is made of, as a file that can be added. */
export async function showPrompt(context: Context, text: string, options: ShowOptions): Promise<void> {
  const admin = openAdmin(context, options);
  if (text.includes('@')) {
    const shown = await admin.showPromptVersion(readVersionedName(text));
    const told = options.openapi === true ? describedOf(shown) : shown.definition;
    answer(context, options, options.openapi === true ? told : shown, () => jsonText(told));
    return;
  }
  const shown = await admin.showPrompt({ name: text });
  answer(context, options, shown, () =>
    [
      table(['VERSION', 'AT', 'BY', 'PUBLISHED'], shown.versions.map(versionRow), context.paint),
      '',
      shown.publications.length === 0
        ? 'Nothing of it was published.'
        : table(
            ['NUMBER', 'AT', 'BY', 'COUNTS', 'CANARY'],
            shown.publications.map(publicationRow),
            context.paint,
          ),
      '',
    ].join('\n'),
  );
}

function describedOf({ name, version: written, definition: stored }: PromptVersionAnswer): object {
  const [version, reading] = [readVersion(written), readDefinition(stored)];
  if (version !== undefined && 'definition' in reading)
    return describePrompt({ name, version, definition: reading.definition });
  throw new CommandFailure({
    sentence: 'The server has a prompt that this program cannot read.',
    expected: 'a prompt as this version of Signet writes it',
    actual: 'another one',
    fix: 'Use the `signet` of the version that the server has.',
  });
}

function versionRow({ version, at, by, published }: PromptVersionSummary): readonly string[] {
  return [version, instant(at), by.id ?? by.kind, published ? 'yes' : 'no'];
}

function publicationRow({ number, at, by, stable, canary, restores }: PublicationSummary): readonly string[] {
  const counts = restores === undefined ? stable : `${stable} (as of ${restores})`;
  return [
    String(number),
    instant(at),
    by.id ?? by.kind,
    counts,
    canary === undefined ? '–' : tellCanary(canary),
  ];
}
