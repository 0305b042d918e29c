import { expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

/** These pages say of each promise, bound and attack which test shows it; a test that was moved or dropped is no proof. */
const page = textOf(/^SECURITY\.md$/);
const attacks = textOf(/^docs\/attacks\.md$/);

function textOf(name: RegExp): string {
  return repositoryFiles(name)[0]?.text ?? '';
}

function testsNamedIn(text: string): readonly string[] {
  const links = text.matchAll(/\]\((?:\.\.\/)?(?<path>(?:packages|apps|e2e|scripts)\/[^)#]+)\)/g);
  return [...links].map(({ groups }) => groups?.['path'] ?? '');
}

it.each([page, attacks])('names tests that exist', (text) => {
  const known = new Set(repositoryFiles(/\.tsx?$/).map(({ path }) => path));
  const shown = testsNamedIn(text);
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((path) => !known.has(path))).toEqual([]);
});

it('names a test for every bound of the table', () => {
  const rows =
    page
      .split('## Bounds')[1]
      ?.split('\n## ')[0]
      ?.match(/^\| [^-].*\|$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.slice(1).filter((row) => !/\]\((?:packages|apps|scripts)\//.test(row))).toEqual([]);
});
