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
    expect(await hasher.verify('none', 'none')).toBe(false);
  });

  it('raises what costs less than today, and nothing else', async () => {
    const hasher = await createPasswordHasher();
    const hash = await hasher.hash('otter lamp gravel');
    expect(await hasher.raise(hash, 'otter lamp gravel')).toBeUndefined();
    expect(await hasher.raise(hash.replace('m=19456,t=2', 'm=65536,t=3'), 'x')).toBeUndefined();
    for (const weak of ['m=19455,t=9', 'm=65536,t=1'].map((cost) => hash.replace('m=19456,t=2', cost))) {
      expect(await hasher.raise(weak, 'otter lamp gravel')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
    expect(await hasher.raise(hash.replace('argon2id', 'argon2i'), 'x')).toMatch(/^\$argon2id\$/);
  });

  it('raises nothing while the line is full: a sign-in never fails for it', async () => {
    const hasher = await createPasswordHasher({ concurrency: 1, waiting: 1 });
    const busy = [1, 2].map(() => hasher.verify(undefined, 'guess'));
    expect(await hasher.raise('$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA', 'x')).toBeUndefined();
    await Promise.all(busy);
  });

  it('refuses with overloaded when the line is full', async () => {
    const hasher = await createPasswordHasher({ concurrency: 1, waiting: 1 });
    const answers = await Promise.allSettled([1, 2, 3].map(() => hasher.verify(undefined, 'guess')));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(answers[2]).toMatchObject({ reason: { refusal: { code: 'overloaded' } } });
  });
});
