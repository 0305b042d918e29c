import { type Document, isAlias, isCollection, isMap, isPair, isScalar, type Node, visit } from 'yaml';
import { showValue } from '../problems/show-value.ts';
import { bounds, startOf } from './source-document.ts';
import type { SyntaxFinding } from './syntax-problem.ts';

/**
 * What YAML allows and a configuration must not use: tags, repeated keys, keys that are no text, aliases that
 * expand without bound. One pass, before anything is turned into values.
 */
export function checkStructure(yaml: Document.Parsed): readonly SyntaxFinding[] {
  const findings: SyntaxFinding[] = [];
  let aliases = 0;
  visit(yaml, (_, node, ancestors) => {
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === bounds.mostAliases + 1) findings.push(finding(node, tooManyAliases));
      if (ancestors.some(isAnchored)) findings.push(finding(node, nestedAlias));
      else if (aliases <= bounds.mostAliases && node.resolve(yaml) === undefined)
        findings.push(finding(node, unknownAlias));
    }
    if (isNodeWithTag(node)) findings.push(finding(node, taggedWords(node.tag)));
    if (isMap(node)) findings.push(...checkKeys(node.items));
  });
  return findings;
}

const tooManyAliases = {
  fatal: true,
  actual: 'many aliases',
  expected: `at most ${bounds.mostAliases} aliases (\`*name\`)`,
  fix: 'Write the repeated parts out.',
};
const unknownAlias = {
  fatal: true,
  actual: 'an alias without its anchor',
  expected: 'an anchor (`&name`) before each alias (`*name`)',
  fix: 'Put the anchor first, or quote the text if the `*` belongs to it.',
};
const nestedAlias = {
  fatal: true,
  actual: 'an alias inside of an anchored block',
  expected: 'aliases only to blocks without aliases',
  fix: 'Write this part out.',
};

function taggedWords(tag: string): Omit<SyntaxFinding, 'offset'> {
  return {
    fatal: true,
    actual: `the tag ${showValue(tag)}`,
    expected: 'plain values without YAML tags',
    fix: 'Remove the tag.',
  };
}

function isAnchored(ancestor: unknown): boolean {
  return (isCollection(ancestor) || isScalar(ancestor)) && ancestor.anchor !== undefined;
}

function isNodeWithTag(node: unknown): node is Node & { readonly tag: string } {
  return (isCollection(node) || isScalar(node)) && node.tag !== undefined;
}

function checkKeys(items: readonly unknown[]): readonly SyntaxFinding[] {
  const seen = new Set<string>();
  return items.filter(isPair).flatMap(({ key }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== 'string') return [finding(key, notText)];
    if (name === '__proto__') return [finding(key, reservedKey)];
    if (seen.has(name)) return [finding(key, repeatedKey(name))];
    seen.add(name);
    return [];
  });
}

const notText = {
  fatal: true,
  actual: 'a key that is no text',
  expected: 'words as keys',
  fix: 'Put the key in quotes, or remove it.',
};
const reservedKey = {
  fatal: true,
  actual: 'the key `__proto__`',
  expected: 'other names',
  fix: 'Choose another name.',
};

function repeatedKey(name: string): Omit<SyntaxFinding, 'offset'> {
  return {
    actual: `the key ${showValue(name)} a second time`,
    expected: 'each key once in a block',
    fix: 'Remove one of the two, or merge them.',
  };
}

function finding(node: unknown, words: Omit<SyntaxFinding, 'offset'>): SyntaxFinding {
  return { offset: startOf(node) ?? 0, ...words };
}
