import type { DescribedMember, DescribedToken, KnownIssuer, Notice } from '@signet/token/describe';
import { type JsonNode, toValue } from '@signet/token/json';
import type { ParsedToken, TokenProblem } from '@signet/token/parse';
import type { TokenView } from '../verification/token-view.ts';
import { type Hue, type Paint, verdictIcons } from './palette.ts';
import { safeInline } from './safe-text.ts';
import { labelled } from './wrap.ts';

/** A token in its three hues, member by member, then what the reader should know about it. */
export function decodedText(
  parsed: ParsedToken,
  view: TokenView,
  described: DescribedToken,
  paint: Paint,
  width: number,
): string {
  const { kind, issuer, header, claims, notices } = described;
  const { removed } = parsed;
  const head = `${verdictIcons.unknown} Not verified  `;
  const title = labelled(
    head,
    [`${kind.name}, by its own account (${kind.rule})`, ...formWords(view)].join('; '),
    head.length,
    width,
  );
  return [
    `${paint('unknown', head)}${title.slice(head.length)}`,
    ...(removed.length === 0 ? [] : [paint('faint', labelled('  Removed: ', removed.join(', '), 11, width))]),
    ...(issuer === undefined ? [] : [issuerText(issuer, paint, width)]),
    ...section('Header', 'header', header, paint, width),
    ...unprotectedLines(view, paint, width),
    ...section('Payload', 'payload', claims, paint, width),
    ...otherSegments(parsed, paint),
    ...parsed.problems.map((problem) => problemText(problem, paint, width)),
    ...notices.map((notice) => noticeText(notice, paint, width)),
    '',
  ].join('\n');
}

/** By the form of its members: nothing here is verified. */
function issuerText({ name, note, source }: KnownIssuer, paint: Paint, width: number): string {
  const label = '  Issuer: ';
  return paint(
    'faint',
    labelled(label, `${name}, by the form of the token. ${note} (${source})`, label.length, width),
  );
}

/** How the token is written, where it is not the usual way. */
function formWords({ form, isDetached, several }: TokenView): readonly string[] {
  return [
    ...(form === 'compact' ? [] : [`${form} JSON serialisation`]),
    ...(isDetached ? ['its payload is detached'] : []),
    ...(several === undefined ? [] : [`entry ${several.shown} of ${several.count} is shown (--entry)`]),
  ];
}

/** The members of one part, one a line: name, value, and for times what they mean. */
export function section(
  title: string,
  hue: Hue,
  members: readonly DescribedMember[],
  paint: Paint,
  width: number,
): readonly string[] {
  if (members.length === 0) return [];
  const column = Math.min(24, Math.max(...members.map(({ name }) => name.length)) + 4);
  const lines = members.map((member) => {
    const time = member.time === undefined ? '' : `   ${member.time.iso}, ${member.time.relative}`;
    const name = `  ${safeInline(member.name)} `;
    const text = labelled(name, safeInline(valueText(member.value)) + time, column, width);
    return (
      paint(hue, text.slice(0, Math.max(column, name.length))) + text.slice(Math.max(column, name.length))
    );
  });
  return ['', paint(hue, title), ...lines];
}

function valueText(node: JsonNode): string {
  return node.kind === 'string' ? node.value : JSON.stringify(toValue(node));
}

/** RFC 7515 §7.2.1: what anybody on the way could have changed. */
function unprotectedLines({ unprotected }: TokenView, paint: Paint, width: number): readonly string[] {
  if (unprotected.length === 0) return [];
  const label = '  Not protected: ';
  return [paint('faint', labelled(label, safeInline(unprotected.join(' ')), label.length, width))];
}

/** Signature, or the binary parts of an encrypted token: only their size says anything. */
function otherSegments({ segments }: ParsedToken, paint: Paint): readonly string[] {
  const others = segments.filter(({ role }) => !['header', 'payload', 'unprotected-header'].includes(role));
  if (others.length === 0) return [];
  const lines = others.map(({ role, bytes }) =>
    paint('signature', `${titleOf(role)}  ${bytes.length} bytes`),
  );
  return ['', ...lines];
}

function titleOf(role: string): string {
  return role.replace('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}

function problemText({ sentence, fix, rule }: TokenProblem, paint: Paint, width: number): string {
  return block(`${verdictIcons.refused} Problem  `, 'refused', [sentence, fix, rule], paint, width);
}

function noticeText({ tone, sentence, fix, rule }: Notice, paint: Paint, width: number): string {
  const word = tone === 'refused' ? 'Refused' : 'Warning';
  return block(`${verdictIcons[tone]} ${word}  `, tone, [sentence, fix, rule], paint, width);
}

function block(
  label: string,
  hue: Hue,
  parts: readonly (string | undefined)[],
  paint: Paint,
  width: number,
): string {
  const words = parts.filter((part) => part !== undefined).join(' ');
  const text = labelled(label, safeInline(words), label.length, width);
  return `\n${paint(hue, text.slice(0, label.length))}${text.slice(label.length)}`;
}
