import type { Compared, ComparedPart } from './compare.ts';

/** What the differences come to, in the order in which it matters. */
export interface Conclusion {
  readonly kind:
    | 'identical'
    | 'same-signature'
    | 'encrypted'
    | 'rewritten'
    | 'same-content'
    | 'reissued'
    | 'differ';
  /** What differs in header and payload, by name; what every new token changes comes last. */
  readonly names: readonly string[];
}

/** Claims that another token of the same statement has of its own. */
const ofTheIssue: readonly string[] = ['iat', 'nbf', 'exp', 'jti'];

/** Draws the rows together into the one thing worth saying first. */
export function conclude({ parts, tokens, isEncrypted }: Compared): Conclusion {
  const [header, payload, rest] = (['header', 'payload', 'rest'] as const).map((name) =>
    differing(parts, name),
  );
  const names = [...(header ?? []), ...(payload ?? [])].toSorted(
    (one, other) => Number(ofTheIssue.includes(one)) - Number(ofTheIssue.includes(other)),
  );
  const { first, second } = tokens;
  if (first.parsed.token === second.parsed.token) return { kind: 'identical', names };
  if (isEncrypted) return { kind: 'encrypted', names };
  const signed = parts.some(({ name, rows }) => name === 'rest' && rows.length > 0);
  // The signature covers the texts of header and payload: two of them cannot share one.
  if (signed && rest?.length === 0) return { kind: 'same-signature', names };
  if (names.length === 0) return { kind: sameTexts(tokens) ? 'same-content' : 'rewritten', names };
  if (header?.length === 0 && names.every((name) => ofTheIssue.includes(name))) {
    return { kind: 'reissued', names };
  }
  return { kind: 'differ', names };
}

function differing(parts: readonly ComparedPart[], wanted: ComparedPart['name']): readonly string[] {
  const part = parts.find(({ name }) => name === wanted);
  return (part?.rows ?? []).filter(({ kind }) => kind !== 'same').map(({ name }) => name);
}

function sameTexts({ first, second }: Compared['tokens']): boolean {
  return first.header?.text === second.header?.text && first.payload?.text === second.payload?.text;
}
