import { member, textOf } from './examined-token.ts';
import { foundAt, type Rule, type RuleText } from './rule.ts';

/** What a key id looks like when it is meant for the program that looks it up (RFC 8725 §3.10). */
const patterns: readonly (readonly [string, string, RegExp])[] = [
  ['path', 'a path through folders', /\.\.[\\/]|^[\\/]|%2e%2e|^[a-z]:\\|\0/i],
  [
    'sql',
    'a piece of SQL',
    /['"`]\s*(?:;|--|or\b|and\b|union\b|\|\|)|\bunion\b.{1,80}\bselect\b|;\s*drop\b/is,
  ],
  ['shell', 'a shell command', /\$\(|`|[|;&]\s*[a-z/]|\$\{/i],
  ['url', 'an address', /^[a-z][a-z0-9+.-]{1,20}:\/\//i],
  ['control', 'control characters', /\p{Cc}/u],
];

/** Beyond this, patterns are not looked for: no key id is so long, and that is said instead. */
const longestKid = 512;

export const kidRules: readonly Rule[] = [
  ({ header }) => {
    const kid = member(header, 'kid');
    const text = textOf(header, 'kid');
    if (kid === undefined || text === undefined) return [];
    if (text.length > longestKid) {
      return [
        foundAt(injection('length'), `The kid has ${text.length} characters, which no key id needs.`, kid),
      ];
    }
    return patterns
      .filter(([, , pattern]) => pattern.test(text))
      .slice(0, 1)
      .map(([name, what]) =>
        foundAt(injection(name), `The kid looks like ${what}, not like the name of a key.`, kid),
      );
  },
];

function injection(name: string): RuleText {
  return {
    rule: `lint/kid-${name}`,
    level: name === 'url' || name === 'length' ? 'warning' : 'error',
    fix: 'Look keys up in a map by exact kid; never in a file, a query or a command.',
    reference: 'RFC 8725 §3.10',
  };
}
