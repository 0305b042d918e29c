import { describe, expect, it } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

describe('the password hasher', () => {
  it('makes argon2id hashes of the agreed cost, with a fresh salt each time', async () => {
    const hasher = await createPasswordHasher();
    const [one, two] = await Promise.all([
      hasher.hash('otter lamp gravel'),
      hasher.hash('otter lamp gravel'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'otter lamp gravel')).toBe(true);
    expect(await hasher.verify(one, 'otter lamp gravem')).toBe(false);
  });

  it('takes a password however its accents are composed', async () => {
    const hasher = await createPasswordHasher();
    expect(await hasher.verify(await hasher.hash('caf\u00e9 otter lamp'), 'cafe\u0301 otter lamp')).toBe(
      true,
    );
  });

  it('believes nothing of an unknown account', async () => {
    const hasher = await createPasswordHasher();
    expect(await hasher.verify(undefined, 'otter lamp gravel')).toBe(false);
  });

  it('refuses with overloaded when the line is full', async () => {
    const hasher = await createPasswordHasher({ concurrency: 1, waiting: 1 });
    const answers = await Promise.allSettled([1, 2, 3].map(() => hasher.verify(undefined, 'guess')));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(answers[2]).toMatchObject({ reason: { refusal: { code: 'overloaded' } } });
  });
});
