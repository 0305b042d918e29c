import type { ErrorCode } from '@signet/contracts';
import type { Refusal } from '@signet/token';
import { commonPasswords } from './common-passwords.ts';

const shortest = 10;
/** Bounds the work of one hash; far above what a person or a password manager sends. */
export const longestPassword = 256;

interface Rule {
  readonly broken: (password: string, username: string) => boolean;
  readonly sentence: string;
  readonly expected: string;
}

const rules: readonly Rule[] = [
  {
    broken: (password) => [...password].length < shortest,
    sentence: 'The password is too short.',
    expected: `at least ${shortest} characters`,
  },
  {
    broken: (password) => [...password].length > longestPassword,
    sentence: 'The password is too long.',
    expected: `at most ${longestPassword} characters`,
  },
  {
    broken: (password, username) => bare(password) === bare(username),
    sentence: 'The password is the username.',
    expected: 'a password that is not the username',
  },
  {
    broken: (password) => new Set(password).size < 4,
    sentence: 'The password repeats the same few characters.',
    expected: 'at least 4 different characters',
  },
  {
    broken: (password) => commonPasswords.has(password.toLowerCase()) || commonPasswords.has(bare(password)),
    sentence: 'The password is among the commonest in leaked lists.',
    expected: 'a password that is not on those lists',
  },
];

/** Why a new password is refused, or `undefined` if it may be used. Never repeats the password. */
export function findPasswordWeakness(password: string, username: string): Refusal<ErrorCode> | undefined {
  const rule = rules.find(({ broken }) => broken(password, username));
  return (
    rule && {
      code: 'password_too_weak',
      sentence: rule.sentence,
      expected: rule.expected,
      fix: 'Choose a few words that do not belong together, or let a password manager make one.',
      rule: 'NIST SP 800-63B §3.1.1.2',
    }
  );
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
