import { availableParallelism } from 'node:os';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import { refusal, SignetError } from '@signet/contracts';
import { createWorkQueue } from './work-queue.ts';

/** OWASP Password Storage: argon2id (the library's default algorithm), 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface PasswordHasher {
  /** A PHC string, `$argon2id$…`. Rejects with `overloaded` when too many are waiting. */
  hash(password: string): Promise<string>;
  /**
   * Does the password belong to the hash? With none (an unknown name, or one without a password, where some other text stands) it does
   * the same work against a decoy and answers false, so that time does not tell which names exist.
   */
  verify(hash: string | undefined, password: string): Promise<boolean>;
  /**
   * A hash of today's cost for a password that belongs to `hash`; `undefined` where that costs as much already, and where
   * too many are waiting: the next sign-in will do.
   */
  raise(hash: string, password: string): Promise<string | undefined>;
}

export interface HashingLimits {
  readonly concurrency: number;
  readonly waiting: number;
}

/** Each hash takes 19 MiB and some 16 ms of a core, so both how many run and how many wait are bounded. */
export async function createPasswordHasher(limits: HashingLimits = defaultLimits()): Promise<PasswordHasher> {
  const queue = createWorkQueue(limits);
  const decoy = await argon2Hash(crypto.getRandomValues(new Uint8Array(32)), cost);

  async function bounded<Result>(job: () => Promise<Result>): Promise<Result> {
    const answer = await queue.run(job);
    if (answer === 'full') throw tooBusy();
    return answer.done;
  }

  return {
    hash: (password) => bounded(() => argon2Hash(canonical(password), cost)),
    verify: async (hash, password) => {
      const known = hash?.startsWith('$argon2') === true ? hash : undefined;
      const matches = await bounded(() => argon2Verify(known ?? decoy, canonical(password)));
      return matches && known !== undefined;
    },
    async raise(hash, password) {
      if (costsEnough(hash)) return undefined;
      const answer = await queue.run(() => argon2Hash(canonical(password), cost));
      return answer === 'full' ? undefined : answer.done;
    },
  };
}

/** Each by itself: less memory is made up for by no number of passes. */
function costsEnough(hash: string): boolean {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(hash);
  return found !== null && Number(found[1]) >= cost.memoryCost && Number(found[2]) >= cost.timeCost;
}

/** NIST SP 800-63B §3.1.1.2: the same password typed on another keyboard is the same password. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}

function defaultLimits(): HashingLimits {
  const concurrency = Math.max(1, Math.min(4, availableParallelism()));
  return { concurrency, waiting: concurrency * 64 };
}

function tooBusy(): SignetError {
  return new SignetError(refusal('overloaded.sign_ins'));
}
