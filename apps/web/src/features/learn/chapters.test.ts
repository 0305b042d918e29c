import { describe, expect, it } from 'vitest';
import { chapterOf, chapters } from './chapters.ts';
import { debuggerLink } from './model/debugger-link.ts';

describe('chapters', () => {
  it('have one address each', () => {
    expect(new Set(chapters.map(({ name }) => name)).size).toBe(chapters.length);
    for (const chapter of chapters) expect(chapterOf(`#${chapter.name}`)).toBe(chapter);
  });

  it('are not found under anything else', () => {
    expect(chapterOf('')).toBeUndefined();
    expect(chapterOf('#lesson')).toBeUndefined();
  });
});

describe('the link to the debugger', () => {
  it('carries token and public key in the fragment, and survives being read as one', () => {
    const key = '{ "kty": "EC", "x": "a+b/c" }';
    const url = new URL(debuggerLink('a.b.c', key), 'https://site.example/learn/');
    expect(url.pathname + url.search).toBe('/');
    const fragment = new URLSearchParams(url.hash.slice(1));
    expect(fragment.get('token')).toBe('a.b.c');
    expect(fragment.get('key')).toBe(key);
  });

  it('leaves the key out where there is none to give', () => {
    expect(debuggerLink('a.b.c')).toBe('../#token=a.b.c');
  });
});
