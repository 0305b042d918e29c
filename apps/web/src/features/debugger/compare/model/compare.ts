import { type ComparedMember, compareTokens } from '@signet/token/compare';
import type { SegmentRole } from '@signet/token/parse';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';

export type SideName = 'first' | 'second';
export const sideNames: readonly SideName[] = ['first', 'second'];

export type Sides<Value> = Readonly<Record<SideName, Value>>;

/** A member or a whole segment in both tokens. */
export interface ComparedRow extends ComparedMember {
  /** Where it is a time, in milliseconds since 1970. */
  readonly at: Partial<Sides<number>>;
  /** A segment that is compared as it stands; its name is a role. */
  readonly role?: SegmentRole;
}

/** The rows of one panel. `rest` is what is no JSON by nature: the signature, or the encrypted parts. */
export interface ComparedPart {
  readonly name: 'header' | 'payload' | 'rest';
  readonly rows: readonly ComparedRow[];
}

/** How far the two texts can be compared. */
export type Comparison =
  | { readonly kind: 'empty' }
  | { readonly kind: 'one-sided'; readonly missing: SideName }
  | { readonly kind: 'unreadable'; readonly side: SideName; readonly why: string | undefined }
  | Compared;

export interface Compared {
  readonly kind: 'compared';
  readonly parts: readonly ComparedPart[];
  readonly isEncrypted: boolean;
  readonly tokens: Sides<Dissection>;
}

export function compare(first: Dissection, second: Dissection): Comparison {
  const tokens = { first, second };
  const given = sideNames.filter((side) => tokens[side].parsed.kind !== 'empty');
  if (given.length === 0) return { kind: 'empty' };
  const unreadable = given.find((side) => !isReadable(tokens[side]));
  if (unreadable !== undefined) {
    return { kind: 'unreadable', side: unreadable, why: tokens[unreadable].findings[0]?.sentence };
  }
  const missing = sideNames.find((side) => !given.includes(side));
  if (missing !== undefined) return { kind: 'one-sided', missing };
  const { header, claims } = compareTokens(first.parsed, second.parsed);
  const parts: readonly ComparedPart[] = [
    { name: 'header', rows: header.map((member) => withTimes(member, tokens, 'header')) },
    { name: 'payload', rows: claims.map((member) => withTimes(member, tokens, 'claims')) },
    { name: 'rest', rows: compareRest(tokens) },
  ];
  const isEncrypted = sideNames.some((side) => tokens[side].parsed.kind === 'encrypted');
  return { kind: 'compared', parts, isEncrypted, tokens };
}

/** One part that can be read is enough to compare something. */
function isReadable({ header, payload }: Dissection): boolean {
  return header?.content.kind === 'json' || payload?.content.kind === 'json';
}

function withTimes(
  member: ComparedMember,
  tokens: Sides<Dissection>,
  part: 'header' | 'claims',
): ComparedRow {
  const times = sideNames.flatMap((side) => {
    const described = tokens[side].described[part].findLast(({ name }) => name === member.name);
    return described?.time ? [[side, described.time.at] as const] : [];
  });
  const role = wholeSegments[member.name];
  return { ...member, at: Object.fromEntries(times), ...(role && { role }) };
}

/** What the token room calls a segment that is no JSON object. */
const wholeSegments: Readonly<Record<string, 'header' | 'payload'>> = {
  '(header)': 'header',
  '(payload)': 'payload',
};

/** Everything beside header and payload, as base64url: it cannot be taken apart further. */
function compareRest(tokens: Sides<Dissection>): readonly ComparedRow[] {
  const [one, other] = [restOf(tokens.first), restOf(tokens.second)];
  return [...new Set([...one.keys(), ...other.keys()])].map((role) => {
    const [first, second] = [one.get(role), other.get(role)];
    const row = { name: role, role, at: {} };
    if (second === undefined) return { ...row, kind: 'only-first', ...(first !== undefined && { first }) };
    if (first === undefined) return { ...row, kind: 'only-second', second };
    return { ...row, kind: first === second ? 'same' : 'changed', first, second };
  });
}

function restOf({ parsed }: Dissection): ReadonlyMap<SegmentRole, string> {
  const rest = parsed.segments.filter(
    ({ role, text }) => role !== 'header' && role !== 'payload' && text !== '',
  );
  const texts = new Map<SegmentRole, string>();
  for (const { role, text } of rest) texts.set(role, [texts.get(role), text].filter(Boolean).join('.'));
  return texts;
}
