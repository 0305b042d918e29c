import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { readVersionedName } from './versioned-name.ts';

export async function testPrompt(context: Context, text: string, options: ServerOptions): Promise<ExitCode> {
  const tested = await openAdmin(context, options).testPrompt(readVersionedName(text));
  answer(context, options, tested, () =>
    tested.tests.length === 0
      ? `${outcomeLine(context.paint, true, `${text} has no tests.`)}\n`
      : tested.tests
          .map(({ name, faults }) => {
            const sentence = faults.length === 0 ? name : `${name}: the answer ${faults.join(', ')}`;
            return `${outcomeLine(context.paint, faults.length === 0, safeText(sentence))}\n`;
          })
          .join(''),
  );
  return tested.passed ? 0 : 1;
}
