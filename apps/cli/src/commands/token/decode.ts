import { type DescribedToken, describeToken } from '@signet/token/describe';
import { parseExactly, toValue } from '@signet/token/json';
import { type ParsedToken, parseToken } from '@signet/token/parse';
import { readSdJwt, type SdJwt } from '@signet/token/sd-jwt';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { type ExitCode, usageFailure } from '../../failure.ts';
import { longestToken } from '../../input/longest-token.ts';
import { readBytes } from '../../input/read-file.ts';
import { type TokenSource, takeToken } from '../../input/read-token.ts';
import { selectiveText } from '../../terminal/print-sd-jwt.ts';
import { decodedText } from '../../terminal/print-token.ts';
import { selectiveForm } from '../../verification/check-selective.ts';
import { type TokenView, viewToken } from '../../verification/token-view.ts';
import { instantOf } from './time-option.ts';

export interface DecodeOptions extends CommonOptions, TokenSource {
  readonly at?: string;
  /** Which signature or recipient of several, from 1. */
  readonly entry?: string;
  /** A file with the payload of a detached token. */
  readonly payload?: string;
}

/** Takes a token apart as far as it goes and says what stands in it. Nothing is verified. */
export async function decode(
  context: Context,
  argument: string | undefined,
  options: DecodeOptions,
): Promise<ExitCode> {
  const now = instantOf(options.at, context.clock);
  const entry = parseEntry(options.entry);
  const { token: text, removed } = await takeToken(context, argument, options);
  const beside = options.payload === undefined ? undefined : await readBytes(options.payload);
  const view = viewToken(text, entry, beside);
  const read = withoutGaps(parseToken(view.text, { maxBytes: longestToken }), view);
  const parsed = { ...read, removed: [...removed, ...read.removed] };
  const compact = selectiveForm(text.trim());
  const selective = compact === undefined ? undefined : await readSdJwt(compact);
  const described = describeToken(parsed, { now });
  const value = {
    ...decodedValue(parsed, view, described),
    ...(selective && { sdJwt: selectiveValue(selective) }),
  };
  answer(context, options, value, () => {
    const { paint, terminal } = context;
    const decoded = decodedText(parsed, view, described, paint, terminal.width);
    return selective === undefined ? decoded : decoded + selectiveText(selective, paint, terminal.width);
  });
  return parsed.problems.length === 0 ? 0 : 1;
}

function parseEntry(text: string | undefined): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw usageFailure({
    sentence: 'This is no number of a signature or recipient.',
    expected: 'a number from 1',
    actual: text.slice(0, 40),
    fix: 'Count from 1, in the order of the token.',
  });
}

function selectiveValue({ disclosures, undisclosed, claims, keyBinding, findings }: SdJwt): object {
  return { disclosures, undisclosed, claims, sdHash: keyBinding?.sdHash, findings };
}

/** A part that stands elsewhere, or nowhere, is no problem of the token. */
function withoutGaps(parsed: ParsedToken, { form, isDetached }: TokenView): ParsedToken {
  const empty = parsed.segments.filter(({ text }) => text === '').map(({ role }) => role);
  const isGap = (role: string | undefined): boolean =>
    (role === 'payload' && isDetached) || (role === 'header' && form !== 'compact');
  return {
    ...parsed,
    problems: parsed.problems.filter(
      ({ role }) => role === undefined || !empty.includes(role) || !isGap(role),
    ),
  };
}

function decodedValue(
  parsed: ParsedToken,
  { form, unprotected, isDetached, several }: TokenView,
  { kind, issuer, notices }: DescribedToken,
): object {
  const { removed, problems } = parsed;
  return {
    kind: kind.kind,
    ...(issuer === undefined ? {} : { issuer: issuer.name }),
    form,
    verified: false,
    header: jsonOf(parsed, 'header'),
    ...(unprotected.length === 0 ? {} : { unprotected: unprotected.map(parseExactly) }),
    payload: jsonOf(parsed, 'payload'),
    ...(isDetached ? { detached: true } : {}),
    ...(several === undefined ? {} : { several }),
    removed,
    problems,
    notices,
  };
}

function jsonOf(parsed: ParsedToken, role: 'header' | 'payload'): unknown {
  const content = parsed.segments.find((segment) => segment.role === role)?.content;
  if (content?.kind === 'json') return toValue(content.root);
  return content?.kind === 'text' ? content.text : undefined;
}
