import {
  type DecisionRecord,
  type Explanation,
  explainDecision,
  explanationLink,
  isId,
  type Reference,
} from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { findServer } from '../server/find-server.ts';
import { openAdmin } from '../server/open-admin.ts';
import { explanationText } from '../terminal/print-explanation.ts';
import { explainCode, isErrorCode } from './explain-code.ts';

interface ExplainOptions extends ServerOptions {
  readonly link?: boolean;
}

/** Says what the gateway saw and decided at each step of one request, or prints a link that says it; of a code, what it means. */
export async function explain(context: Context, text: string, options: ExplainOptions): Promise<void> {
  if (isErrorCode(text)) return explainCode(context, text, options);
  const record =
    text === 'last' ? await lastRefused(context, options) : await recordOf(context, text, options);
  if (options.link === true) return giveLink(context, record, options);
  const explanation: Explanation = explainDecision(record);
  answer(context, options, explanation, () =>
    explanationText(explanation, context.paint, context.terminal.width),
  );
}

function giveLink(context: Context, record: DecisionRecord, options: ServerOptions): void {
  const link = explanationLink(`${findServer(context, options).address}/`, record);
  if (link === undefined) {
    throw new CommandFailure({
      sentence: 'What is recorded of this request is too long for a link.',
      fix: 'Leave `--link` out to read it here.',
    });
  }
  answer(context, options, { link }, () => `${link}\n`);
  if (context.terminal.peopleRead) context.terminal.err(linkNote);
}

const linkNote =
  'The link carries path, route, steps and issuer behind its #, but no token, and not whose it was.\n';

function recordOf(context: Context, text: string, options: ServerOptions): Promise<DecisionRecord> {
  const reference = parseReference(text);
  return openAdmin(context, options).explain({ reference });
}

/** As many as the server gives at once; calls that went well are kept as well, and stand between the refusals. */
const lookedAt = 1000;

/** The last refusal of the server, whoever's request it was. */
async function lastRefused(context: Context, options: ServerOptions): Promise<DecisionRecord> {
  const { records } = await openAdmin(context, options).listRecords({ limit: lookedAt });
  const refused = records.find(({ refusal }) => refusal !== undefined);
  if (refused !== undefined) return refused;
  throw new CommandFailure({
    sentence: 'This Signet has refused nothing lately.',
    expected: `a refusal among its newest ${lookedAt} records`,
    actual: records.length === 0 ? 'no record at all' : 'calls that went well',
    fix: 'Give the reference of the call: `signet explain req_…`. It stands in the header signet-reference.',
  });
}

function parseReference(text: string): Reference {
  if (isId('reference', text)) return text;
  throw usageFailure({
    sentence: 'This is neither a reference nor a code.',
    expected:
      'req_ and 26 letters and digits, as in the header signet-reference, the word last, or a code such as token_expired',
    actual: text.slice(0, 60),
    fix: 'Copy the reference or the code from the refusal.',
  });
}
