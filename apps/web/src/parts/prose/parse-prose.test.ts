import { describe, expect, it } from 'vitest';
import { parseProse } from './parse-prose.ts';

describe('parseProse', () => {
  it('links a section, and leaves the full stop behind it alone', () => {
    expect(parseProse('See RFC 7519 §4.1.3.')).toEqual([
      { kind: 'text', text: 'See ' },
      {
        kind: 'rule',
        text: 'RFC 7519 §4.1.3',
        href: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3',
      },
      { kind: 'text', text: '.' },
    ]);
  });

  it('finds code, and takes no RFC for one that has letters in its number', () => {
    expect(parseProse('`kid` and rfc6265bis')).toEqual([
      { kind: 'code', text: 'kid' },
      { kind: 'text', text: ' and rfc6265bis' },
    ]);
  });

  it('keeps every character in order', () => {
    const sentence = 'Check `exp` (RFC 8725 §3.9, RFC 9068) always.';
    expect(
      parseProse(sentence)
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence.replaceAll('`', ''));
  });
});
