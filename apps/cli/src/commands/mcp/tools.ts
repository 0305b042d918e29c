import type { DescribedTool, DescribedToolsAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';

interface ToolsOptions extends ServerOptions {
  readonly definitions?: true;
}

const titles = ['TOOL', 'STATE', 'DIGEST'];

const states = {
  approved: 'offered',
  waiting: 'waits: it is named without a digest',
  changed: 'waits: it says something else than was approved',
  unnamed: 'not offered: it is not named',
  taken: 'offered, approved or not',
} as const;

const outcomes = {
  'key-refused': 'It does not take its key, or there is none.',
  'other-answer': 'It answers what is no list of tools.',
  unreachable: 'It does not answer.',
  'asked-for-each':
    'It is asked by a token of each caller, so nobody can ask it here: the record of a refused call has the digest.',
  own: 'They are routes and prompts of this gateway: nothing of them waits for approval.',
} as const;

/** Shows what a server says of its tools, and which of them wait for somebody to read and approve them. */
export async function describeTools(
  context: Context,
  name: string,
  options: ToolsOptions,
): Promise<ExitCode> {
  const answered = await openAdmin(context, options).describeTools({ name });
  answer(context, options, answered, () => textOf(answered, options, context));
  return answered.outcome === 'answers' ? 0 : 1;
}

function textOf(
  { outcome, tools, missing }: DescribedToolsAnswer,
  { definitions }: ToolsOptions,
  { paint }: Context,
): string {
  if (outcome !== 'answers') return `${outcomes[outcome]}\n`;
  const gone = missing.map((name) => [safeText(name), 'named, and the server has none', '']);
  const listed = table(titles, [...tools.map(rowOf), ...gone], paint);
  if (definitions !== true) return `${listed}\n`;
  const whole = tools.map(({ name, definition }) => `\n${safeText(name)}\n${safeText(definition)}\n`);
  return `${listed}\n${whole.join('')}`;
}

function rowOf({ name, state, digest }: DescribedTool): readonly string[] {
  return [safeText(name), states[state], digest];
}
