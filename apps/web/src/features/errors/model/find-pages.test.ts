import { describe, expect, it } from 'vitest';
import { codeOfPath, findPages } from './find-pages.ts';
import type { ErrorPage } from './page.ts';

const page = (code: string, status: number, text: string): ErrorPage => ({
  code,
  status,
  title: `Title of ${code}`,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'strong', spans: [{ kind: 'text', text }] }] }],
});
const groups = [
  {
    title: 'The token',
    pages: [page('alg_none', 401, 'Nobody signed it.'), page('key_unknown', 401, 'Which?')],
  },
  { title: 'The gateway', pages: [page('rate_limited', 429, 'Wait.')] },
];

function found(question: string): readonly string[] {
  return findPages(groups, question).flatMap(({ pages }) => pages.map(({ code }) => code));
}

describe('a search among the codes', () => {
  it('looks at code, title, status and text, whatever the case', () => {
    expect(found('ALG_')).toEqual(['alg_none']);
    expect(found('429')).toEqual(['rate_limited']);
    expect(found('nobody')).toEqual(['alg_none']);
    expect(found('title of key')).toEqual(['key_unknown']);
  });

  it('asks for every word, and for nothing when there is none', () => {
    expect(found('401 signed')).toEqual(['alg_none']);
    expect(found('401 wait')).toEqual([]);
    expect(found('  ')).toHaveLength(3);
  });
});

describe('the address of a page', () => {
  it.each([
    ['/errors/alg_none', 'alg_none'],
    ['/tools/jwt/errors/alg_none.html', 'alg_none'],
    ['/errors/', undefined],
    ['/errors/index.html', undefined],
    ['/learn/', undefined],
  ])('%s names %s', (path, code) => {
    expect(codeOfPath(path)).toBe(code);
  });
});
