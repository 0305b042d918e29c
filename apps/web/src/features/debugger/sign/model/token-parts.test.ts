import { describe, expect, it } from 'vitest';
import { tokenParts } from './token-parts.ts';

function hued(token: string, disclosures?: readonly string[]): readonly string[] {
  return tokenParts(token, disclosures, '').flatMap(({ text, hue }) => (hue ? [`${hue} ${text}`] : []));
}

describe('the pieces of a new token', () => {
  it.each([
    'aa.bb.cc',
    'aa..cc',
    'aa.k.iv.text.tag',
    '{"payload":"bb","protected":"aa","signature":"cc"}',
    '{"signatures":[{"protected":"aa","signature":"cc"}]}',
  ])('are together the whole token: %s', (token) => {
    expect(
      tokenParts(token)
        .map(({ text }) => text)
        .join(''),
    ).toBe(token);
  });

  it('have the hue of what they hold, however the token is written', () => {
    expect(hued('aa.bb.cc')).toEqual(['part-header aa', 'part-payload bb', 'part-signature cc']);
    expect(hued('{"payload":"bb","signatures":[{"protected":"aa","signature":"cc"}]}')).toEqual([
      'part-payload "bb"',
      'part-header "aa"',
      'part-signature "cc"',
    ]);
  });

  it('end with the disclosures, each after a ~', () => {
    const parts = tokenParts('aa.bb.cc', ['dd', 'ee'], 'ff.gg.hh');
    expect(parts.map(({ text }) => text).join('')).toBe('aa.bb.cc~dd~ee~ff.gg.hh');
    expect(hued('aa.bb.cc', ['dd']).at(-1)).toBe('part-payload dd');
  });
});
