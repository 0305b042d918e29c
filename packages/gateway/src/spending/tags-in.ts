import { valuesOf } from '../request/values-of.ts';

const tagsHeader = 'cost-tags';

const mostTags = 8;
const tag = /^([a-z][a-z0-9_-]{0,31})=([\x21-\x2b\x2d-\x7e]{1,64})$/;

/**
 * What a caller says that its call is for: `project=x, feature=y`. What is no tag is left out, as tags prove nothing; of a name
 * that comes twice the first counts.
 * @param headers name, value, name, value …
 */
export function tagsIn(headers: readonly string[]): Readonly<Record<string, string>> {
  const tags = new Map<string, string>();
  for (const text of valuesOf(tagsHeader, headers).join(',').slice(0, 1_024).split(',')) {
    const [, name, value] = tag.exec(text.trim()) ?? [];
    if (name === undefined || value === undefined || tags.has(name) || tags.size === mostTags) continue;
    tags.set(name, value);
  }
  return Object.fromEntries(tags);
}
