import type { SteadyClock } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { LoginThrottle, SignInAttempt } from './login-throttle.ts';

const second = 1000;
const minute = 60 * second;

/** What every LoginThrottle does. */
export function loginThrottleContract(name: string, create: (steady: SteadyClock) => LoginThrottle): void {
  function open() {
    const clocks = new ManualClocks();
    const throttle = create(clocks.steady);
    /** A wrong guess: 0 where it was tried, otherwise the seconds to wait. */
    const guess = async (attempt: Partial<SignInAttempt> = {}) => {
      const answer = await throttle.begin({ username: 'ada', address: '203.0.113.1', ...attempt });
      return answer.kind === 'throttled' ? answer.retryAfter : 0;
    };
    const succeed = async (attempt: Partial<SignInAttempt> = {}) => {
      const answer = await throttle.begin({ username: 'ada', address: '203.0.113.1', ...attempt });
      if (answer.kind === 'attempt') await answer.succeeded();
      return answer.kind;
    };
    /** Guesses at the account from so many networks, a few from each. */
    const attack = async (networks: number, each = 10, from = 0) => {
      let tried = 0;
      for (let network = from; network < from + networks; network += 1) {
        const address = `100.${64 + (network >> 8)}.${network & 255}.9`;
        for (let turn = 0; turn < each; turn += 1) tried += (await guess({ address })) === 0 ? 1 : 0;
      }
      return tried;
    };
    return { throttle, guess, succeed, attack, pass: (milliseconds: number) => clocks.pass(milliseconds) };
  }

  describe(`LoginThrottle: ${name}`, () => {
    it('lets one network fail ten times at an account, then makes it wait twice as long each time, for at most five minutes', async () => {
      const { guess, pass } = open();
      for (let turn = 0; turn < 10; turn += 1) expect(await guess()).toBe(0);
      const waits: number[] = [];
      for (let turn = 0; turn < 11; turn += 1) {
        const wait = await guess();
        waits.push(wait);
        pass(wait * second);
        expect(await guess()).toBe(0);
      }
      expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
      expect(Math.max(...waits)).toBe(300);
    });

    it('tells a wait that is enough, and no more than enough', async () => {
      const { guess, pass } = open();
      for (let turn = 0; turn < 14; turn += 1) {
        await guess();
        pass((await guess()) * second);
      }
      await guess();
      const wait = await guess();
      expect(wait).toBeGreaterThan(1);
      pass((wait - 1) * second);
      expect(await guess()).toBe(1);
      pass(second);
      expect(await guess()).toBe(0);
    });

    it('counts parallel guesses before they are tried', async () => {
      const { guess } = open();
      const answers = await Promise.all(Array.from({ length: 30 }, () => guess()));
      expect(answers.filter((wait) => wait === 0)).toHaveLength(10);
    });

    it('treats a name that nobody has like any other', async () => {
      const { guess } = open();
      for (const username of ['ada', 'nobody', 'im possible']) {
        const address = `${username.length}.0.0.1`;
        for (let turn = 0; turn < 10; turn += 1) expect(await guess({ username, address })).toBe(0);
        expect(await guess({ username, address })).toBe(1);
      }
    });

    it('slows an address that guesses at many accounts, and an IPv6 customer who has many addresses', async () => {
      const { guess } = open();
      for (let turn = 0; turn < 50; turn += 1) {
        await guess({ username: `user${turn}`, address: `2001:db8:1:2::${turn}` });
      }
      expect(await guess({ username: 'next', address: '2001:db8:1:2::ffff' })).toBe(1);
      expect(await guess({ username: 'next', address: '2001:db8:1:3::1' })).toBe(0);
    });

    it('slows a network whose addresses take turns', async () => {
      const { guess } = open();
      for (let turn = 0; turn < 200; turn += 1) {
        expect(await guess({ username: `user${turn}`, address: `203.0.113.${turn}` })).toBe(0);
      }
      expect(await guess({ username: 'next', address: '203.0.113.250' })).toBe(1);
      expect(await guess({ username: 'next', address: '203.0.114.1' })).toBe(0);
    });

    it('gives a guesser who has a new network for each guess twenty guesses, and no more', async () => {
      const { attack, pass } = open();
      expect(await attack(500, 1)).toBe(20);
      pass(10 * minute);
      expect(await attack(500, 10, 500)).toBe(0);
    });

    it('gives one guess for each wait to each network of a guesser who comes back', async () => {
      const { attack, pass } = open();
      await attack(100, 10);
      pass(30 * second);
      expect(await attack(100, 10)).toBeLessThanOrEqual(100);
      const tried: number[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        pass(5 * minute);
        tried.push(await attack(100, 10));
      }
      expect(Math.max(...tried)).toBeLessThanOrEqual(100);
    });

    it('lets a known device in while strangers guess at its account from everywhere, its own network too', async () => {
      const { attack, guess, succeed } = open();
      await attack(300);
      for (let turn = 0; turn < 300; turn += 1) await guess();
      expect(await guess()).toBeGreaterThan(0);
      expect(await succeed({ knownDevice: 'laptop' })).toBe('attempt');
    });

    it('lets the owner in from a new device in another network after one wait of at most 30 s', async () => {
      const { attack, guess, succeed, pass } = open();
      await attack(300);
      const address = '198.51.100.4';
      const wait = await guess({ address });
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(30);
      pass((wait - 1) * second);
      await attack(300);
      expect(await guess({ address })).toBe(1);
      pass(second);
      expect(await succeed({ address })).toBe('attempt');
    });

    it('keeps the place of the owner who waits, however many networks and names come meanwhile', async () => {
      const { attack, guess, succeed, pass } = open();
      await attack(30);
      const address = '198.51.100.4';
      const wait = await guess({ address });
      for (let turn = 0; turn < 2000; turn += 1) {
        await guess({ address: `2001:db8:${turn.toString(16)}::1` });
        await guess({ username: `user${turn}`, address: '192.0.2.1' });
      }
      pass(wait * second);
      expect(await succeed({ address })).toBe('attempt');
    });

    it('treats a known device as a stranger after ten failures, and lets its owner in like one', async () => {
      const { guess, succeed } = open();
      const thief = { knownDevice: 'laptop', address: '192.0.2.66' };
      for (let turn = 0; turn < 20; turn += 1) expect(await guess(thief)).toBe(0);
      expect(await guess(thief)).toBe(1);
      expect(await succeed({ knownDevice: 'laptop' })).toBe('attempt');
      expect(await succeed({ knownDevice: 'telephone' })).toBe('attempt');
    });

    it('charges the failures of a known device to nobody else', async () => {
      const { guess } = open();
      for (let turn = 0; turn < 10; turn += 1) await guess({ knownDevice: 'laptop' });
      for (let turn = 0; turn < 10; turn += 1) expect(await guess()).toBe(0);
    });

    it('never counts a success, or what was never tried', async () => {
      const { throttle, succeed } = open();
      for (let turn = 0; turn < 300; turn += 1) {
        expect(await succeed()).toBe('attempt');
        const answer = await throttle.begin({ username: 'ada', address: '203.0.113.1' });
        expect(answer.kind).toBe('attempt');
        if (answer.kind === 'attempt') await answer.abandoned();
      }
    });

    it('does not let who has an account wash away the failures of their address', async () => {
      const { guess, succeed } = open();
      for (let turn = 0; turn < 50; turn += 1) {
        await succeed({ username: 'mallory' });
        expect(await guess({ username: `victim${turn}` })).toBe(0);
      }
      expect(await guess({ username: 'victim51' })).toBe(1);
    });

    it('takes the mistakes of who then knew the password for no attack', async () => {
      const { guess, succeed } = open();
      for (let day = 0; day < 5; day += 1) {
        const address = `198.51.${day}.1`;
        for (let turn = 0; turn < 9; turn += 1) await guess({ address });
        expect(await succeed({ address })).toBe('attempt');
      }
      expect(await guess({ address: '192.0.2.1' })).toBe(0);
    });

    it('forgets after an hour of quiet', async () => {
      const { attack, guess, pass } = open();
      await attack(50);
      for (let turn = 0; turn < 60; turn += 1) await guess();
      pass(60 * minute);
      for (let turn = 0; turn < 10; turn += 1) expect(await guess()).toBe(0);
    });
  });
}
