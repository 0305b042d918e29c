import { describe, expect, it } from 'vitest';
import { findPasswordWeakness } from './password-rules.ts';

describe('the rules for a new password', () => {
  it.each([
    ['nine char', 'ada', 'at least 10 characters'],
    ['x1y2'.repeat(100), 'ada', 'at most 256 characters'],
    ['Ada.Lovelace!', 'ada-lovelace', 'a password that is not the username'],
    ['aaaaaaaaaaaabbb', 'ada', 'at least 4 different characters'],
    ['Password123', 'ada', 'a password that is not on those lists'],
    ['password-123!!', 'ada', 'a password that is not on those lists'],
  ])('refuse %j', (password, username, expected) => {
    expect(findPasswordWeakness(password, username)).toMatchObject({ code: 'password_too_weak', expected });
  });

  it('accept a few unrelated words', () => {
    expect(findPasswordWeakness('otter lamp gravel', 'ada')).toBeUndefined();
  });

  it('never repeat the password', () => {
    expect(JSON.stringify(findPasswordWeakness('Password123', 'ada'))).not.toContain('Password123');
  });
});
