import { elapsed, type RevocationTarget, type SteadyTime } from '@signet/contracts';
import { generateKeyPair } from '@signet/token/keys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

let rig: TestGateway;
beforeEach(async () => {
  rig = await TestGateway.start({
    routes: `
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    limit: [{ rate: 10/s }]
    upstream: api`,
  });
  await expect.poll(() => rig.gateway.status().issuers['house']?.keys).toBe(1);
});
afterEach(() => rig.close());

/** The code of the refusal, or that it was let through. */
async function answer(token: string): Promise<string> {
  const { status, text } = await rig.call('/demo/x', { token });
  return status === 200 ? 'let through' : (JSON.parse(text) as { code: string }).code;
}

function target(jti = 'jti_one'): RevocationTarget {
  return { kind: 'token', issuer: rig.issuer.url, jti };
}

/** As log-out does: for as long as the token lives, and ten minutes. */
function logOut(): void {
  rig.feed.revoke(target(), rig.now + 25 * minute, rig.now);
}

function signOfLife(): void {
  rig.feed.listener?.upToDate(rig.feed.log.length);
}

describe('a gateway without its database', () => {
  it.each([
    ['stays where it is', () => rig.clocks.set(0)],
    ['goes back ten minutes', () => rig.clocks.set(-10 * minute)],
    [
      'goes forward and back',
      () => {
        rig.clocks.set(hour);
        rig.clocks.set(-hour);
      },
    ],
  ])('believes no token that may be revoked, when its clock %s', async (_, moveClock) => {
    const token = await rig.token();
    expect(await answer(token)).toBe('let through');
    rig.feed.answers = false;
    rig.feed.append(target(), rig.now + 25 * minute, rig.now);
    rig.clocks.pass(11 * second);
    moveClock();
    expect(await answer(token)).toBe('revocation_stale');
    rig.feed.answers = true;
    rig.feed.listener?.entries(rig.feed.log);
    signOfLife();
    expect(await answer(token)).toBe('token_revoked');
  });

  it('believes none after its machine slept, however short a while it was awake', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 24 * 3600 });
    rig.feed.answers = false;
    rig.clocks.sleep(8 * hour);
    expect(await answer(token)).toBe('revocation_stale');
  });
});

describe('a token that was logged out', () => {
  it('stays refused while the clock is half an hour ahead for three seconds, and after', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 3600 });
    logOut();
    const answers = [await answer(token)];
    rig.clocks.set(30 * minute);
    for (let beat = 0; beat < 3; beat += 1) {
      signOfLife();
      answers.push(await answer(token));
      rig.clocks.pass(second);
    }
    rig.clocks.set(-30 * minute);
    answers.push(await answer(token));
    signOfLife();
    answers.push(await answer(token));
    expect(new Set(answers)).toEqual(new Set(['token_revoked']));
  });

  it('stays refused when the database goes away while the clock is ahead', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 3600 });
    logOut();
    rig.clocks.set(30 * minute);
    signOfLife();
    rig.feed.answers = false;
    rig.clocks.set(-30 * minute);
    expect(await answer(token)).toBe('revocation_stale');
  });

  it('is refused again where the clock goes back to when it was good, though it was rightly forgotten', async () => {
    const token = await rig.token();
    logOut();
    rig.clocks.pass(27 * minute);
    signOfLife();
    expect(rig.gateway.status().revocations.entries).toBe(0);
    expect(await answer(token)).toBe('token_expired');
    rig.clocks.set(-hour);
    expect(await answer(token)).toBe('token_revoked');
  });

  it('is refused when the clock of the node that wrote it down is an hour slow', async () => {
    const token = await rig.token();
    rig.feed.revoke(target(), rig.now - 35 * minute, rig.now - hour);
    rig.clocks.pass(2 * minute);
    signOfLife();
    expect(await answer(token)).toBe('token_revoked');
  });
});

describe('a jump of the clock', () => {
  it.each([hour, -hour])(
    'by %i ms has the log read from its beginning before a token is believed',
    async (by) => {
      const token = await rig.token({ exp: rig.now / 1000 + 24 * 3600 });
      logOut();
      const other = await rig.token({ jti: 'jti_two', exp: rig.now / 1000 + 24 * 3600 });
      expect(await answer(other)).toBe('let through');
      rig.feed.subscriptions.length = 0;
      rig.feed.answers = false;
      rig.clocks.set(by);
      expect(await answer(other)).toBe('revocation_stale');
      expect(rig.feed.subscriptions).toEqual([0]);
      rig.feed.listener?.entries(rig.feed.log);
      expect(await answer(other)).toBe('revocation_stale');
      signOfLife();
      expect(await answer(other)).toBe('let through');
      expect(await answer(token)).toBe('token_revoked');
    },
  );

  it('does not put a budget off: the limiter hears of a time that never goes back', async () => {
    const times: SteadyTime[] = [];
    rig.limiter = (_, now) => {
      times.push(now);
      return { admitted: true, remaining: 1 };
    };
    for (const by of [0, -hour, 2 * hour, -10 * hour]) {
      rig.clocks.set(by);
      await answer(await rig.token());
      rig.clocks.pass(second);
    }
    const [first] = times;
    expect(times.map((time) => elapsed(first, time))).toEqual([0, second, 2 * second, 3 * second]);
  });

  it('back does not keep a new key unknown', async () => {
    rig.clocks.set(-hour);
    rig.clocks.pass(11 * second);
    rig.issuer.keyPairs.unshift(await generateKeyPair('ES256', 'second'));
    signOfLife();
    expect(await answer(await rig.token())).toBe('let through');
  });

  it('does not keep a withdrawn key believed through a sleep of the machine', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 90 * 3600 });
    expect(await answer(token)).toBe('let through');
    rig.issuer.fault = { status: 500, body: '' };
    rig.clocks.sleep(25 * hour);
    expect(await answer(token)).toBe('keys_unavailable');
    rig.issuer.fault = undefined;
    rig.clocks.pass(second);
    signOfLife();
    expect(await answer(token)).toBe('let through');
  });

  it('does not make the age of keys negative', async () => {
    rig.clocks.set(-hour);
    rig.clocks.pass(second);
    expect(rig.gateway.status().issuers['house']?.ageMs).toBeGreaterThanOrEqual(0);
  });
});
