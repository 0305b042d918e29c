import { describe, expect, it } from 'vitest';
import { passed } from '../outcome.ts';
import { anAccount } from '../ports/examples.ts';
import { lifetimes, password } from '../testing/identity-under-test.ts';
import { challenged } from './challenge.ts';
import { type Demand, meetDemands } from './meet-demands.ts';
import type { Proven } from './proven.ts';
import { replaceOneTimePassword } from './replace-one-time-password.ts';

const proven: Proven = {
  account: anAccount({ passwordIsOneTime: true }),
  factors: [{ method: 'pwd', at: 1 }],
};

/** As a second factor: any code is right. */
const secondFactor: Demand = async (before, { code }) =>
  code !== undefined
    ? passed({ ...before, factors: [...before.factors, { method: 'otp', at: 2 }] })
    : challenged({ asks: 'second_factor', by: 'code' });

function partsThatTell() {
  const changed: string[] = [];
  const parts = {
    issuer: 'https://issuer.example',
    accounts: { replacePassword: async () => changed.push('password') > 0 },
    hasher: { hash: async () => 'hash' },
    revoke: async () => changed.push('revoked'),
    secondFactors: { find: async () => undefined },
    passkeys: { ofAccount: async () => [] },
    configuration: () => lifetimes,
    wall: () => 0,
    audit: { deed: () => undefined },
  };
  return { changed, parts: parts as unknown as Parameters<Demand>[2] };
}

const request = { address: '203.0.113.1', username: 'ada', password: 'once', newPassword: password };

describe('what is demanded besides the password', () => {
  it('is asked for before anything is changed', async () => {
    const { changed, parts } = partsThatTell();
    const outcome = await meetDemands(proven, request, parts, [secondFactor, replaceOneTimePassword]);
    expect(outcome).toMatchObject({ kind: 'challenged' });
    expect(changed).toEqual([]);
  });

  it('adds the factors that were shown, and goes on from demand to demand', async () => {
    const { changed, parts } = partsThatTell();
    const demands = [secondFactor, replaceOneTimePassword];
    const outcome = await meetDemands(proven, { ...request, code: '000000' }, parts, demands);
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: { account: { passwordIsOneTime: false }, factors: [{ at: 1 }, { at: 2 }] },
    });
    expect(changed).toEqual(['password', 'revoked']);
  });

  it('is a new password of who has a one-time password alone', async () => {
    const { parts } = partsThatTell();
    const { newPassword: _, ...plain } = request;
    expect(await meetDemands(proven, plain, parts)).toEqual(challenged({ asks: 'new_password' }));
    const permanent = { ...proven, account: anAccount({ passwordIsOneTime: false }) };
    expect(await meetDemands(permanent, plain, parts)).toEqual(passed(permanent));
  });
});
