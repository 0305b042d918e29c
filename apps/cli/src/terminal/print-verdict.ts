import { encodeBase64url } from '@signet/token/base64url';
import { type DescribedMember, describeToken } from '@signet/token/describe';
import { parseToken } from '@signet/token/parse';
import { quote, type Refusal } from '@signet/token/verdict';
import type { Context } from '../context.ts';
import type { FailureParts } from '../failure.ts';
import type { Believed } from '../verification/believed.ts';
import { type Paint, verdictIcons, verdictLine } from './palette.ts';
import { refusalRows } from './print-failure.ts';
import { findingLines } from './print-findings.ts';
import { section } from './print-token.ts';
import { labelled } from './wrap.ts';

export function refusedText(
  refusal: Refusal<NonNullable<FailureParts['code']>>,
  paint: Paint,
  width: number,
): string {
  return `${[verdictLine(paint, 'refused', refusal.sentence, width), ...refusalRows(refusal, width)].join('\n')}\n`;
}

/** What each name of `unchecked` says to people. */
const words: Readonly<Record<string, string>> = {
  issuer: 'issuer (--issuer)',
  audience: 'audience (--audience)',
  times: 'times: the payload is no claims set',
  expiry: 'expiry: the token has none',
  holder: 'holder: there is no key binding token',
  bindingAudience: 'audience of the key binding (--binding-audience)',
  bindingNonce: 'nonce of the key binding (--binding-nonce)',
  accessToken: 'access token beside the proof (--access-token-file): ath',
  method: 'method of the proof (--method): htm',
  url: 'address of the proof (--url): htu',
  dpop: 'proof of possession (--dpop): the token is bound to a key',
};

/** A verdict of yes: how far it goes, then what the token says. */
export function verifiedText(believed: Believed, now: number, { paint, terminal }: Context): string {
  const { algorithm, kid, claims, payload, unchecked, findings, warnings, selective } = believed;
  const { width } = terminal;
  const named = kid === undefined ? '' : ` by key ${quote(kid)}`;
  const what = claims === undefined ? 'holds' : 'and the times hold';
  const binding = selective?.binding === 'proved' ? ' The holder proved the key that the issuer names.' : '';
  const sentence = `The ${algorithm} signature${named} ${what}.${binding}`;
  const described = describedMembers(believed, now);
  const missing = unchecked.map((name) => words[name] ?? name).join(', ');
  return [
    verdictLine(paint, 'verified', sentence, width),
    ...warnings.map((warning) => marked('Warning', warning, paint, width)),
    ...(missing === '' ? [] : [marked('Not checked', missing, paint, width)]),
    ...section('Header', 'header', described.header, paint, width),
    ...(claims === undefined
      ? ['', paint('payload', `Payload  ${payload.length} bytes`)]
      : section('Payload', 'payload', described.claims, paint, width)),
    ...(findings.length === 0 ? [] : ['', ...findingLines(findings, paint, width)]),
    '',
  ].join('\n');
}

function describedMembers(
  { header, claims, payload, selective }: Believed,
  now: number,
): { readonly header: readonly DescribedMember[]; readonly claims: readonly DescribedMember[] } {
  const bytes =
    selective === undefined ? payload : new TextEncoder().encode(JSON.stringify(selective.read.claims));
  const head = encodeBase64url(new TextEncoder().encode(JSON.stringify(header)));
  const body = claims === undefined ? '' : encodeBase64url(new Uint8Array(bytes));
  return describeToken(parseToken(`${head}.${body}.`, { maxBytes: 4 * 1024 * 1024 }), { now });
}

function marked(word: string, text: string, paint: Paint, width: number): string {
  const label = `${verdictIcons.warning} ${word}  `;
  const lines = labelled(label, text, label.length, width);
  return `${paint('warning', lines.slice(0, label.length))}${lines.slice(label.length)}`;
}
