import { type Explanation, explainDecision, isId, type Reference } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { dataFolderOf } from '../server/find-server.ts';
import { asked, openAdmin } from '../server/open-admin.ts';
import { lastReference } from '../session/last-reference.ts';
import { explanationText } from '../terminal/print-explanation.ts';

/** Says what the gateway saw and decided at each step of one request. */
export async function explain(context: Context, text: string, options: ServerOptions): Promise<void> {
  const reference = text === 'last' ? newest(context, options) : parseReference(text);
  const record = await asked(openAdmin(context, options).explain(reference));
  const explanation: Explanation = explainDecision(record);
  answer(context, options, explanation, () =>
    explanationText(explanation, context.paint, context.terminal.width),
  );
}

function newest(context: Context, options: ServerOptions): Reference {
  const reference = lastReference(dataFolderOf(context, options));
  if (reference !== undefined) return reference;
  throw new CommandFailure({
    sentence: 'Nothing was called from this data folder yet.',
    fix: 'Call something with `signet call URL`, or give the reference of a refusal: `signet explain req_…`.',
  });
}

function parseReference(text: string): Reference {
  if (isId('reference', text)) return text;
  throw usageFailure({
    sentence: 'This is no reference.',
    expected: 'req_ and 26 letters and digits, as in the header signet-reference, or the word last',
    actual: text.slice(0, 60),
    fix: 'Copy the reference from the refusal.',
  });
}
