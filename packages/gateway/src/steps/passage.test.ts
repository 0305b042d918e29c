import { describe, expect, it } from 'vitest';
import type { authorize } from './authorize.ts';
import type { checkRevocation } from './check-revocation.ts';
import type { limit } from './limit.ts';
import type {
  Active,
  Admitted,
  Authorized,
  MatchedGuarded,
  MatchedOpen,
  Presented,
  Verified,
} from './passage.ts';
import type { verifyToken } from './verify-token.ts';

type Takes<Step extends (...parameters: never[]) => unknown, Value> = Value extends Parameters<Step>[0]
  ? true
  : false;

/** The compiler holds this table: a step that began to accept less than the step before it proves would not compile. */
const accepted: {
  readonly verify: [Takes<typeof verifyToken, Presented>, Takes<typeof verifyToken, MatchedGuarded>];
  readonly revocation: [Takes<typeof checkRevocation, Verified>, Takes<typeof checkRevocation, Presented>];
  readonly authorize: [Takes<typeof authorize, Active>, Takes<typeof authorize, Verified>];
  readonly limit: [
    Takes<typeof limit, Authorized>,
    Takes<typeof limit, MatchedOpen>,
    Takes<typeof limit, Active>,
  ];
  readonly admitted: [Authorized extends Admitted ? true : false];
} = {
  verify: [true, false],
  revocation: [true, false],
  authorize: [true, false],
  limit: [true, true, false],
  admitted: [false],
};

describe('the steps', () => {
  it('cannot be put into another order', () => {
    expect(accepted.authorize).toEqual([true, false]);
  });
});
