import { type Finding, lintToken, toSarif } from '@signet/token/lint';
import { type ParsedToken, parseToken } from '@signet/token/parse';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { longestToken } from '../../input/longest-token.ts';
import { readTextFile } from '../../input/read-file.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { type KeySource, namesKey, readGivenKey } from '../../keys/read-key-text.ts';
import { jsonText } from '../../terminal/json-text.ts';
import { outcomeLine, type VerdictHue } from '../../terminal/palette.ts';
import { countOf, findingLines } from '../../terminal/print-findings.ts';
import { type ProfileOptions, profileFindings } from '../../verification/profile-check.ts';
import { refuseIdle } from '../../verification/refuse-idle.ts';
import { instantOf, parseSkew } from './time-option.ts';

export interface LintOptions extends CommonOptions, TokenSource, KeySource, ProfileOptions {
  readonly key?: string;
  readonly sarif?: boolean;
  readonly at?: string;
  readonly skew?: string;
}

/** Holds a token against RFC 8725, the OAuth best practices and, if asked, the rules of its kind. */
export async function lint(
  context: Context,
  argument: string | undefined,
  options: LintOptions,
): Promise<ExitCode> {
  refuseIdle(options, ['issuer', 'audience']);
  const now = instantOf(options.at, context.clock);
  const skew = options.skew === undefined ? 60 : parseSkew(options.skew);
  const key = namesKey(options) ? { key: await readGivenKey(context, options) } : {};
  const text = await readText(context, argument, options);
  const parsed = parseToken(text, { maxBytes: longestToken });
  const { findings: ofProfile } = await profileFindings(parsed, options, { now, clockSkew: skew });
  const findings = [...(await lintToken(parsed, { now, ...key })), ...ofProfile].map((finding) =>
    placedIn(text, parsed, finding),
  );
  if (options.sarif === true) {
    context.terminal.out(jsonText(toSarif(findings, { uri: uriOf(options.file) })));
  } else {
    answer(context, options, { findings }, () => lintText(findings, context));
  }
  return findings.some(({ level }) => level !== 'note') ? 1 : 0;
}

/** Of a file with all that stands around the token, so that a finding points into it. */
function readText(context: Context, argument: string | undefined, options: LintOptions): Promise<string> {
  const { file } = options;
  return file === undefined || argument !== undefined
    ? readToken(context, argument, options)
    : readTextFile(file);
}

/** From the token to the text around it, so that an editor marks the right characters. */
function placedIn(text: string, { token }: ParsedToken, finding: Finding): Finding {
  const offset = token === '' ? -1 : text.indexOf(token);
  const { where, ...rest } = finding;
  if (where === undefined || offset < 0) return rest;
  return { ...rest, where: { start: where.start + offset, end: where.end + offset } };
}

/** A relative address as SARIF wants it; standard input has none, so it gets a name. */
function uriOf(file: string | undefined): string {
  return file === undefined ? 'stdin' : file.split(/[\\/]/).map(encodeURIComponent).join('/');
}

function lintText(findings: readonly Finding[], { paint, terminal }: Context): string {
  const worst: VerdictHue = findings[0]?.level === 'error' ? 'refused' : 'warning';
  if (findings.length === 0) {
    const sentence = 'There is nothing to find fault with; the signature was not verified.';
    return `${outcomeLine(paint, true, sentence)}\n`;
  }
  const head = `${paint(worst, countOf(findings))}; the signature was not verified.`;
  return `${[head, '', ...findingLines(findings, paint, terminal.width)].join('\n')}\n`;
}
