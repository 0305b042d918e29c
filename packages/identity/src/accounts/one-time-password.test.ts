import { describe, expect, it } from 'vitest';
import { newOneTimePassword } from './one-time-password.ts';

describe('a one-time password', () => {
  it('is five readable groups of four', () => {
    const password = newOneTimePassword((bytes) => crypto.getRandomValues(bytes));
    expect(password).toMatch(/^(?:[0-9abcdefghjkmnpqrstvwxyz]{4}-){4}[0-9abcdefghjkmnpqrstvwxyz]{4}$/);
  });

  it('never comes twice', () => {
    const made = Array.from({ length: 500 }, () =>
      newOneTimePassword((bytes) => crypto.getRandomValues(bytes)),
    );
    expect(new Set(made).size).toBe(500);
  });
});
