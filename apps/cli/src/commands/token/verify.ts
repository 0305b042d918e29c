import {
  type Claims,
  checkClaims,
  describeToken,
  parseJsonObject,
  parseToken,
  type Refusal,
  type Verdict,
  type VerifiedToken,
  verified,
  verifySignature,
} from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readToken } from '../../input/read-token.ts';
import { readVerificationKeys, type VerificationKeySource } from '../../keys/verification-keys.ts';
import { type Paint, verdictLine } from '../../terminal/palette.ts';
import { refusalRows } from '../../terminal/print-failure.ts';
import { section } from '../../terminal/print-token.ts';
import { parseInstant } from './time-option.ts';

export interface VerifyOptions extends CommonOptions, VerificationKeySource {
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  readonly at?: string;
}

/** May this token be believed, by this key and these expectations? What was not asked for is named as not checked. */
export async function verify(
  context: Context,
  argument: string | undefined,
  options: VerifyOptions,
): Promise<ExitCode> {
  const keys = await readVerificationKeys(context, options);
  const now = options.at === undefined ? Math.floor(context.clock() / 1000) : parseInstant(options.at);
  const token = await readToken(argument, context.terminal);
  const signature = await verifySignature(token, { keys });
  const verdict = signature.verdict === 'refused' ? signature : judge(signature.token, options, now);
  const unchecked = ['issuer', 'audience'].filter(
    (name) => options[name as 'issuer' | 'audience'] === undefined,
  );
  answer(context, options, verdictValue(verdict, unchecked), () =>
    verdict.verdict === 'refused'
      ? refusedText(verdict.refusal, context.paint, context.terminal.width)
      : verifiedText(verdict.token, token, { now, unchecked, context }),
  );
  return verdict.verdict === 'verified' ? 0 : 1;
}

/** Fills what was not asked for with a stand-in on both sides, so that the one order of checks stays the same. */
function judge(
  { header, payload, key }: Pick<VerifiedToken, 'header' | 'key'> & { readonly payload: Uint8Array },
  { issuer, audience, type }: VerifyOptions,
  now: number,
): Verdict<VerifiedToken> {
  const claims = parseJsonObject(payload, 'payload');
  if (claims.verdict === 'refused') return claims;
  const asked: Claims = {
    ...claims.token,
    ...(issuer === undefined ? { iss: notAsked } : {}),
    ...(audience === undefined ? { aud: notAsked } : {}),
  };
  const checked = checkClaims(asked, header, {
    now,
    issuers: [issuer ?? notAsked],
    audiences: [audience ?? notAsked],
    ...(type === undefined ? {} : { type }),
    dangerouslyAllowNoExpiry: true,
  });
  return checked.verdict === 'refused' ? checked : verified({ header, claims: claims.token, key });
}

const notAsked = 'not asked for';

function verdictValue(verdict: Verdict<VerifiedToken>, unchecked: readonly string[]): object {
  if (verdict.verdict === 'refused') return verdict;
  const { header, claims, key } = verdict.token;
  return { verdict: 'verified', algorithm: key.algorithm, kid: key.kid, unchecked, header, payload: claims };
}

function refusedText(refusal: Refusal, paint: Paint, width: number): string {
  const rows = refusalRows(refusal, width);
  return `${[verdictLine(paint, 'refused', refusal.sentence), ...rows].join('\n')}\n`;
}

function verifiedText(
  { key, claims }: VerifiedToken,
  token: string,
  about: { readonly now: number; readonly unchecked: readonly string[]; readonly context: Context },
): string {
  const { now, unchecked, context } = about;
  const { paint, terminal } = context;
  const named = key.kid === undefined ? '' : ` by key ${key.kid}`;
  const described = describeToken(parseToken(token), { now });
  const missing = [
    ...unchecked.map((name) => `${name} (--${name})`),
    ...('exp' in claims ? [] : ['expiry: the token has none']),
  ];
  return [
    verdictLine(paint, 'verified', `The ${key.algorithm} signature${named} and the times hold.`),
    ...(missing.length === 0 ? [] : [`${paint('warning', '! Not checked')}  ${missing.join(', ')}`]),
    ...section('Header', 'header', described.header, paint, terminal.width),
    ...section('Payload', 'payload', described.claims, paint, terminal.width),
    '',
  ].join('\n');
}
