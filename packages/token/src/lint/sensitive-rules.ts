import type { JsonNode } from '../json/json-node.ts';
import { quote } from '../verdict/quote.ts';
import { hasCardNumber } from './card-number.ts';
import type { ExaminedMember } from './examined-token.ts';
import type { Finding } from './finding.ts';
import { foundAt, type Rule, type RuleText } from './rule.ts';

interface Leaf {
  readonly name: string;
  readonly text: string;
}

interface Sensitive {
  readonly rule: string;
  readonly level: Finding['level'];
  readonly what: string;
  readonly is: (leaf: Leaf) => boolean;
}

const secretNames =
  /^(?:.*[_-])?(?:password|passwd|pwd|passphrase|secret|client_?secret|api_?key|private_?key|pin|cvv|cvc|otp)$/i;
const personalNames = /^(?:ssn|social_?security(?:_?number)?|tax_?id|passport(?:_?number)?|iban)$/i;

/** The worst first; of each member only the worst is told. The values themselves are never repeated. */
const kinds: readonly Sensitive[] = [
  {
    rule: 'private-key',
    level: 'error',
    what: 'a private key',
    is: ({ text }) => /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/.test(text),
  },
  { rule: 'secret', level: 'error', what: 'a password or secret', is: isNamedSecret },
  {
    rule: 'card-number',
    level: 'error',
    what: 'what looks like a card number',
    is: ({ text }) => hasCardNumber(text),
  },
  {
    rule: 'cloud-key',
    level: 'error',
    what: 'what looks like an access key of a cloud or code host',
    is: ({ text }) =>
      /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk_live_[A-Za-z0-9]{16,})\b/.test(text),
  },
  { rule: 'personal-number', level: 'warning', what: 'an official number of a person', is: isPersonal },
  {
    rule: 'email',
    level: 'note',
    what: 'an e-mail address',
    is: ({ text }) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  },
];

export const sensitiveRules: readonly Rule[] = [
  ({ claims, parsed }) => (parsed.kind === 'encrypted' ? [] : claims.flatMap(exposed)),
];

function exposed(at: ExaminedMember): readonly Finding[] {
  const leaves = leavesOf(at.name, at.node);
  const kind = kinds.find(({ is }) => leaves.some(is));
  if (kind === undefined) return [];
  const sentence = `${quote(at.name)} holds ${kind.what}; a signed token can be read by everybody who sees it.`;
  return [foundAt(textOf(kind), sentence, at)];
}

function textOf({ rule, level }: Sensitive): RuleText {
  const fix =
    level === 'note'
      ? 'Leave it out unless the reader needs it, and do not log the token.'
      : 'Leave it out, replace what was exposed, and refer to it by an identifier.';
  return { rule: `lint/sensitive-${rule}`, level, fix, reference: 'RFC 7519 §12' };
}

function isNamedSecret({ name, text }: Leaf): boolean {
  return text !== '' && secretNames.test(name);
}

function isPersonal({ name, text }: Leaf): boolean {
  return text !== '' && personalNames.test(name);
}

/** Strings and numbers under a member, each with the nearest name. Depth is bounded by the JSON reader. */
function leavesOf(name: string, node: JsonNode): readonly Leaf[] {
  switch (node.kind) {
    case 'string':
      return [{ name, text: node.value }];
    case 'number':
      return [{ name, text: node.digits }];
    case 'array':
      return node.items.flatMap((item) => leavesOf(name, item));
    case 'object':
      return node.members.flatMap((each) => leavesOf(each.name.value, each.value));
    case 'literal':
      return [];
  }
}
