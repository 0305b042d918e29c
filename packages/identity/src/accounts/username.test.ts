import { describe, expect, it } from 'vitest';
import { normaliseUsername } from './username.ts';

describe('a username', () => {
  it('is one name however it is cased or padded', () => {
    expect(normaliseUsername('  Ada.Lovelace@Example ')).toBe('ada.lovelace@example');
  });

  it.each(['', ' ', '.ada', 'ada lovelace', 'аda', 'ada\u0000', 'a'.repeat(65), 'K-elvin\u212a'])(
    'cannot be %j',
    (typed) => {
      expect(normaliseUsername(typed)).toBeUndefined();
    },
  );
});
