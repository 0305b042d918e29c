import { describeToken } from '../describe/describe-token.ts';
import type { TokenKind } from '../describe/token-kind.ts';
import { readSeconds } from '../json/exact-number.ts';
import type { JsonNode, JsonValue } from '../json/json-node.ts';
import { toValue } from '../json/to-value.ts';
import type { ParsedToken, Segment } from '../parse/parsed-token.ts';
import type { Span } from './finding.ts';

/** A member of the header or of the claims, and where it stands in the token. */
export interface ExaminedMember {
  readonly name: string;
  readonly node: JsonNode;
  readonly value: JsonValue;
  readonly duplicate: boolean;
  readonly where: Span;
}

/** A parsed token as rules look at it. By its own account: nothing is verified. */
export interface ExaminedToken {
  readonly parsed: ParsedToken;
  readonly kind: TokenKind;
  readonly header: readonly ExaminedMember[];
  readonly claims: readonly ExaminedMember[];
  /** Whether the payload is a JSON object, so that there are claims to speak of. */
  readonly hasClaims: boolean;
  /** Seconds since the epoch. */
  readonly now: number;
}

export function examineToken(parsed: ParsedToken, now: number): ExaminedToken {
  const payload = segmentOf(parsed, 'payload');
  return {
    parsed,
    kind: describeToken(parsed, { now }).kind,
    header: membersOf(segmentOf(parsed, 'header')),
    claims: membersOf(payload),
    hasClaims: payload?.content.kind === 'json' && payload.content.root.kind === 'object',
    now,
  };
}

/** What a program sees under a name: the last of duplicates, as most readers take it. */
export function member(members: readonly ExaminedMember[], name: string): ExaminedMember | undefined {
  return members.findLast((each) => each.name === name);
}

export function textOf(members: readonly ExaminedMember[], name: string): string | undefined {
  const value = member(members, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A number of seconds under a name. */
export function secondsUnder(members: readonly ExaminedMember[], name: string): number | undefined {
  return readSeconds(member(members, name)?.value);
}

function segmentOf(parsed: ParsedToken, role: 'header' | 'payload'): Segment | undefined {
  return parsed.segments.find((segment) => segment.role === role);
}

function membersOf(segment: Segment | undefined): readonly ExaminedMember[] {
  if (segment?.content.kind !== 'json' || segment.content.root.kind !== 'object') return [];
  const { text, root } = segment.content;
  const place = placeIn(segment, text);
  return root.members.map(({ name, value, duplicate }) => ({
    name: name.value,
    node: value,
    value: toValue(value),
    duplicate,
    where: place(name.start, value.end),
  }));
}

/** From offsets in the decoded text to characters of the token; three bytes are four characters of base64url. */
function placeIn(segment: Segment, text: string): (start: number, end: number) => Span {
  const ascii = segment.bytes.length === text.length;
  const byteAt = (offset: number) =>
    ascii ? offset : new TextEncoder().encode(text.slice(0, offset)).length;
  return (start, end) => ({
    start: segment.start + Math.floor((byteAt(start) * 4) / 3),
    end: Math.min(segment.end, segment.start + Math.ceil((byteAt(end) * 4) / 3)),
  });
}
