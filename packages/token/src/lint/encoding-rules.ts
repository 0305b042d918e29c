import type { JsonNode } from '../json/json-node.ts';
import { quote } from '../verdict/quote.ts';
import { member, textOf } from './examined-token.ts';
import { foundAt, foundMissing, type Rule, type RuleText } from './rule.ts';

const unencoded: RuleText = {
  rule: 'lint/b64-without-crit',
  level: 'error',
  fix: 'Add "crit": ["b64"], so that a reader that does not know b64 refuses the token.',
  reference: 'RFC 7797 §6',
};

const duplicate: RuleText = {
  rule: 'lint/duplicate-member',
  level: 'error',
  fix: 'Have the issuer write each member once.',
  reference: 'RFC 7519 §4, RFC 8725 §2.6',
};

const inexact: RuleText = {
  rule: 'lint/number-inexact',
  level: 'warning',
  fix: 'Write it as a string.',
  reference: 'RFC 8259 §6',
};

const untyped: RuleText = {
  rule: 'lint/typ-missing',
  level: 'note',
  fix: 'Set typ, such as at+jwt, and have verifiers expect it.',
  reference: 'RFC 8725 §3.11',
};

const inAddress: RuleText = {
  rule: 'lint/token-in-url',
  level: 'warning',
  fix: 'Send it in the Authorization header or in the body of a POST request.',
  reference: 'RFC 9700 §4.3.2, RFC 6750 §5.3',
};

const spelling: RuleText = {
  rule: 'lint/not-canonical',
  level: 'error',
  fix: 'Send the token exactly as it was issued.',
  reference: 'RFC 7515 §2',
};

export const encodingRules: readonly Rule[] = [
  ({ parsed }) =>
    parsed.problems.slice(0, 1).map(({ sentence, start, end, rule }) => ({
      ...spelling,
      sentence,
      where: { start, end },
      ...(rule === undefined ? {} : { reference: rule }),
    })),
  ({ header }) => {
    const at = member(header, 'b64');
    const critical = member(header, 'crit')?.value;
    if (at?.value !== false || (Array.isArray(critical) && critical.includes('b64'))) return [];
    const sentence =
      'The payload is signed unencoded (b64 false), but crit does not say so: readers will differ.';
    return [foundAt(unencoded, sentence, at)];
  },
  ({ header, claims }) =>
    [...header, ...claims]
      .filter((at) => at.duplicate)
      .map((at) =>
        foundAt(
          duplicate,
          `${quote(at.name)} stands twice; readers differ in which of the two they take.`,
          at,
        ),
      ),
  ({ header, claims }) =>
    [...header, ...claims]
      .filter(({ node }) => holdsInexact(node))
      .map((at) =>
        foundAt(inexact, `${quote(at.name)} holds a number that many programs cannot keep exactly.`, at),
      ),
  ({ header, kind }) => {
    if (header.length === 0 || textOf(header, 'typ') !== undefined || kind.kind !== 'access-token') return [];
    const sentence = 'The header has no typ, so that the token may be taken for one of another kind.';
    return [foundMissing(untyped, sentence, 'typ')];
  },
  ({ parsed }) =>
    parsed.removed.some((name) => name.startsWith('the address'))
      ? [
          {
            ...inAddress,
            sentence: 'The token came in an address, which ends in logs, histories and Referer headers.',
          },
        ]
      : [],
];

function holdsInexact(node: JsonNode): boolean {
  switch (node.kind) {
    case 'number':
      return !node.exact;
    case 'array':
      return node.items.some(holdsInexact);
    case 'object':
      return node.members.some(({ value }) => holdsInexact(value));
    default:
      return false;
  }
}
