import type { JsonNode } from '../json/json-node.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';
import { canonicalText } from './canonical-text.ts';

/** One name of the header or the claims, in both tokens. */
export interface ComparedMember {
  readonly name: string;
  readonly kind: 'same' | 'changed' | 'only-first' | 'only-second';
  /** The value as JSON with every digit; absent where the token does not have it. */
  readonly first?: string;
  readonly second?: string;
}

export interface TokenComparison {
  /** True where header and claims say the same; signatures are not compared. */
  readonly same: boolean;
  readonly header: readonly ComparedMember[];
  readonly claims: readonly ComparedMember[];
}

/** Header and claims of two tokens side by side, in the order of the first. Nothing is verified. */
export function compareTokens(first: ParsedToken, second: ParsedToken): TokenComparison {
  const header = compareRole(first, second, 'header');
  const claims = compareRole(first, second, 'payload');
  return { same: [...header, ...claims].every(({ kind }) => kind === 'same'), header, claims };
}

function compareRole(
  first: ParsedToken,
  second: ParsedToken,
  role: 'header' | 'payload',
): readonly ComparedMember[] {
  const [one, other] = [membersOf(first, role), membersOf(second, role)];
  return [...new Set([...one.keys(), ...other.keys()])].map((name) =>
    compare(name, one.get(name), other.get(name)),
  );
}

function compare(name: string, first: string | undefined, second: string | undefined): ComparedMember {
  if (second === undefined) return { name, kind: 'only-first', ...(first === undefined ? {} : { first }) };
  if (first === undefined) return { name, kind: 'only-second', second };
  return { name, kind: first === second ? 'same' : 'changed', first, second };
}

/** By name; duplicates are told together, so that a second value does not go unnoticed. */
function membersOf(parsed: ParsedToken, role: 'header' | 'payload'): ReadonlyMap<string, string> {
  const segment = parsed.segments.find((each) => each.role === role);
  const content = segment?.content;
  if (segment === undefined || content?.kind !== 'json' || content.root.kind !== 'object') {
    return segment === undefined || segment.text === '' ? new Map() : new Map([[`(${role})`, segment.text]]);
  }
  const members = new Map<string, readonly JsonNode[]>();
  for (const { name, value } of content.root.members) {
    members.set(name.value, [...(members.get(name.value) ?? []), value]);
  }
  return new Map([...members].map(([name, nodes]) => [name, nodes.map(canonicalText).join(' and again ')]));
}
