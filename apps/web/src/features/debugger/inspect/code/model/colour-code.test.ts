import { codeStacks, writeVerificationCode } from '@signet/token/verification-code';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourCode } from './colour-code.ts';

const looksOf = (code: string, look: string) =>
  colourCode(code, 'javascript').flatMap((stretch) => (stretch.look === look ? [stretch.text] : []));

describe('colouring code', () => {
  it('tells comments, strings and keywords apart', () => {
    const code = "const key = 'const // \\' x'; // return 'a'\nreturn key;";
    expect(looksOf(code, 'string')).toEqual(["'const // \\' x'"]);
    expect(looksOf(code, 'comment')).toEqual(["// return 'a'"]);
    expect(looksOf(code, 'keyword')).toEqual(['const', 'return']);
  });

  it.each(codeStacks.map(({ stack }) => stack))('loses nothing of the code for %s', (stack) => {
    const written = writeVerificationCode({
      stack,
      algorithm: 'RS256',
      issuer: 'https://login.example/"\'`//',
      audience: 'https://api.example',
      clockSkew: 0,
      key: { from: 'pem', path: 'key.pem' },
    });
    if (written.kind === 'refused') throw new Error(written.refusal.sentence);
    const stretches = colourCode(written.code, written.language);
    expect(stretches.map(({ text }) => text).join('')).toBe(written.code);
    expect(new Set(stretches.map(({ look }) => look))).toContain('keyword');
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('python', 'go', 'java', 'csharp', 'javascript'),
        (text, language) => {
          expect(
            colourCode(text, language)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
