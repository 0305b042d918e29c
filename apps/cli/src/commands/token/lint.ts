import {
  checkProfile,
  type Finding,
  lintToken,
  type ParsedToken,
  parseToken,
  profileNames,
  profileOf,
  toSarif,
} from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { type ExitCode, usageFailure } from '../../failure.ts';
import { readTextFile } from '../../input/read-file.ts';
import { readToken } from '../../input/read-token.ts';
import { type KeySource, namesKey, readGivenText } from '../../keys/read-key-text.ts';
import { outcomeLine, type VerdictHue } from '../../terminal/palette.ts';
import { countOf, findingLines } from '../../terminal/print-findings.ts';
import { parseInstant } from './time-option.ts';

export interface LintOptions extends CommonOptions, KeySource {
  readonly file?: string;
  readonly sarif?: boolean;
  readonly at?: string;
  readonly profile?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly nonce?: string;
  readonly method?: string;
  readonly url?: string;
  /** Files, as tokens and codes do not belong on a command line. */
  readonly accessToken?: string;
  readonly code?: string;
}

/** Holds a token against RFC 8725, the OAuth best practices and, if asked, the rules of its kind. */
export async function lint(
  context: Context,
  argument: string | undefined,
  options: LintOptions,
): Promise<ExitCode> {
  const now = options.at === undefined ? Math.floor(context.clock() / 1000) : parseInstant(options.at);
  const key = namesKey(options) ? { key: await readGivenText(context, options) } : {};
  const text = await readText(context, argument, options.file);
  const parsed = parseToken(text);
  const findings = [
    ...(await lintToken(parsed, { now, ...key })),
    ...(await profileFindings(parsed, options, now)),
  ].map((finding) => placedIn(text, parsed, finding));
  if (options.sarif === true) {
    const log = toSarif(findings, { uri: uriOf(options.file) });
    context.terminal.out(`${JSON.stringify(log, null, 2)}\n`);
  } else {
    answer(context, options, { findings }, () => lintText(findings, context));
  }
  return findings.some(({ level }) => level !== 'note') ? 1 : 0;
}

function readText(context: Context, argument: string | undefined, file: string | undefined): Promise<string> {
  return file === undefined ? readToken(argument, context.terminal) : readTextFile(file);
}

async function profileFindings(
  parsed: ParsedToken,
  options: LintOptions,
  now: number,
): Promise<readonly Finding[]> {
  if (options.profile === undefined) return [];
  const name = options.profile === 'auto' ? profileOf(parsed, now) : known(options.profile);
  if (name === undefined) return [];
  const { accessToken, code, issuer, audience, nonce, method, url } = options;
  const given = Object.entries({ issuer, audience, nonce, method, url }).filter(
    ([, value]) => value !== undefined,
  );
  return checkProfile(parsed, name, {
    now,
    ...Object.fromEntries(given),
    ...(accessToken === undefined ? {} : { accessToken: (await readTextFile(accessToken)).trim() }),
    ...(code === undefined ? {} : { code: (await readTextFile(code)).trim() }),
  });
}

function known(text: string): (typeof profileNames)[number] {
  const name = profileNames.find((each) => each === text);
  if (name !== undefined) return name;
  throw usageFailure({
    sentence: 'This is no kind of token whose rules are known here.',
    expected: `auto or one of ${profileNames.join(', ')}`,
    actual: text.slice(0, 40),
    fix: 'Choose one of them after --profile.',
  });
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
