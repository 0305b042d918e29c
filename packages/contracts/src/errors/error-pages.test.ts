import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorCatalogue, errorCodes } from './catalogue.ts';

const folder = new URL('../../../../docs/errors/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'README.md');
const index = readFileSync(new URL('README.md', folder), 'utf8');

function page(code: ErrorCode): string {
  return readFileSync(new URL(`${code}.md`, folder), 'utf8');
}

describe('docs/errors', () => {
  it('has a page for every code of the catalogue and no other', () => {
    expect(files.toSorted()).toEqual(errorCodes.map((code) => `${code}.md`).toSorted());
  });

  it('lists every code once, with its status and title', () => {
    const rows = index.split('\n').filter((line) => line.startsWith('| [`'));
    const expected = errorCodes.map((code) => [code, errorCatalogue[code].title]);
    const listed = rows
      .map((row) => row.split(' | '))
      .map(([link, , title]) => [
        /^\| \[`(\w+)`\]\(\1\.md\)$/.exec(link ?? '')?.[1],
        title?.replace(/ \|$/, ''),
      ]);
    expect(listed).toEqual(expected);
  });

  it.each(errorCodes)('says of %s what the catalogue says', (code) => {
    const { title, status, bearer } = errorCatalogue[code];
    const [heading, , first = ''] = page(code).split('\n');
    expect(heading).toBe(`# \`${code}\`: ${title}`);
    expect(first).toMatch(new RegExp(`^Status ${status}\\.`));
    expect(/error="(\w+)"/.exec(first)?.[1]).toBe(bearer);
  });

  it.each(errorCodes)('explains %s in the four parts, each with words', (code) => {
    const parts = page(code).split(/^## /m).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      'What happened',
      'Expected and actual',
      'How to fix it',
      'Rule or reference',
    ]);
    expect(parts.every((part) => part.split('\n').slice(1).join('').length > 5)).toBe(true);
  });

  it.each(errorCodes)('links from %s to pages that exist', (code) => {
    const targets = [...page(code).matchAll(/\]\(([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(new URL(target, folder)))).toEqual([]);
  });
});
