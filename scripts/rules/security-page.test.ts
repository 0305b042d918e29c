import { expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

/** SECURITY.md says of each promise and bound which test shows it; a test that was moved or dropped is no proof. */
const page = repositoryFiles(/^SECURITY\.md$/)[0]?.text ?? '';
const shown = [...page.matchAll(/\]\((?<path>(?:packages|apps|e2e|scripts)\/[^)#]+)\)/g)].map(
  ({ groups }) => groups?.['path'] ?? '',
);

it('names tests that exist', () => {
  const known = new Set(repositoryFiles(/\.tsx?$/).map(({ path }) => path));
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
