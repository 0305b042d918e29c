import { describe, expect, it } from 'vitest';
import { isMachineHash } from './machine.ts';

const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'b'.repeat(43)}`;

describe('isMachineHash', () => {
  it('takes a hash of the one cost', () => {
    expect(isMachineHash(hash)).toBe(true);
  });

  it.each([
    ['a password', 'correct horse battery staple'],
    ['nothing', ''],
    ['another algorithm', hash.replace('argon2id', 'argon2i')],
    ['bcrypt', '$2b$12$abcdefghijklmnopqrstuuGmQ0Yk1Q0Yk1Q0Yk1Q0Yk1Q0Yk1Q0Yk'],
    ['a cheaper one', hash.replace('m=19456', 'm=64')],
    ['a dearer one, which would tell that there is such a name', hash.replace('m=19456', 'm=65536')],
    ['another version', hash.replace('v=19', 'v=16')],
    ['a shorter tag', hash.slice(0, -1)],
    ['something behind it', `${hash}\n`],
    ['something before it', ` ${hash}`],
  ])('refuses %s', (_, text) => {
    expect(isMachineHash(text)).toBe(false);
  });
});
