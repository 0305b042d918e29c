import { type Moment, refusal, SignetError, steadyTime, wallTime } from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import { beforeEach, describe, expect, it } from 'vitest';
import { compileMachines } from './compiled-machines.ts';
import { KnownMachines, type PasswordAsking } from './known-machines.ts';
import { ShownPassword } from './shown-password.ts';

/** Of the form of a hash; which password it is of stands in its salt. */
const hashOf = (password: string) =>
  `$argon2id$v=19$m=19456,t=2,p=1$${password.padEnd(22, 'A')}$${'b'.repeat(43)}`;

const rights = { scopes: [], roles: [], permissions: [], claims: {} };
const reference = { kind: 'file', path: '/etc/export.hash' } as const;
const told = 'file:/etc/export.hash';

const at = (milliseconds: number): Moment => ({
  wall: wallTime(milliseconds),
  steady: steadyTime(milliseconds),
});
const from = (address = '192.0.2.1', milliseconds = 0, takes?: readonly string[]): PasswordAsking => ({
  ...{ address, now: at(milliseconds) },
  takes: takes === undefined ? undefined : new Set(takes),
});
const billing = (password: string) => new ShownPassword('billing', password);

describe('KnownMachines', () => {
  let hashed: (string | undefined)[];
  let verify: PasswordHasher['verify'];
  let handed: Map<string, readonly string[]>;
  let machines: KnownMachines;

  beforeEach(() => {
    hashed = [];
    handed = new Map();
    verify = async (hash, password) => hash === hashOf(password);
    machines = new KnownMachines({
      readHanded: async (name) => handed.get(name) ?? [],
      makeHasher: async () => ({
        hash: () => Promise.reject(new TypeError('Nothing is hashed anew')),
        raise: async () => undefined,
        verify: (hash, password) => {
          hashed.push(hash);
          return verify(hash, password);
        },
      }),
    });
    machines.settle(compileMachines({ billing: { passwordHash: hashOf('right'), ...rights } }));
  });

  const withReference = () =>
    machines.settle(
      compileMachines({
        billing: { passwordHash: hashOf('right'), ...rights },
        export: { passwordHash: reference, ...rights },
      }),
    );

  it('remembers a right and a wrong password for half a minute, so that neither costs a second hash', async () => {
    const [right, wrong] = [billing('right'), billing('wrong')];
    expect(await machines.check(right, from())).toMatchObject({
      kind: 'right',
      proven: { hash: hashOf('right') },
    });
    expect(await machines.check(wrong, from())).toEqual({ kind: 'wrong' });
    expect(machines.remembered(right, from('192.0.2.9', 29_999))).toMatchObject({ kind: 'right' });
    expect(machines.remembered(wrong, from('192.0.2.9', 29_999))).toEqual({ kind: 'wrong' });
    for (const each of [right, wrong]) expect(machines.remembered(each, from('a', 30_000))).toBeUndefined();
    expect(hashed).toHaveLength(2);
  });

  it('has an unknown name, and one that the route does not take, cost what a wrong password costs', async () => {
    const asked: [ShownPassword, PasswordAsking][] = [
      [billing('wrong'), from()],
      [new ShownPassword('nobody', 'wrong'), from()],
      [billing('right'), from('192.0.2.1', 0, ['export'])],
    ];
    for (const each of asked) {
      hashed.length = 0;
      expect(await machines.check(...each)).toEqual({ kind: 'wrong' });
      expect(hashed).toHaveLength(1);
    }
    withReference();
    handed.set(told, [hashOf('new'), hashOf('old')]);
    for (const name of ['billing', 'export', 'nobody']) {
      hashed.length = 0;
      expect(await machines.check(new ShownPassword(name, 'another'), from())).toEqual({ kind: 'wrong' });
      expect(hashed, name).toHaveLength(2);
    }
  });

  it('takes on one route what it refused on another, and the other way round', async () => {
    const right = billing('right');
    expect(await machines.check(right, from('a', 0, ['export']))).toEqual({ kind: 'wrong' });
    expect(machines.remembered(right, from('a', 1, ['billing']))).toBeUndefined();
    expect(await machines.check(right, from('a', 1, ['billing']))).toMatchObject({ kind: 'right' });
    expect(machines.remembered(right, from('a', 2, ['export']))).toEqual({ kind: 'wrong' });
  });

  it('forgets at once what the configuration says no more', async () => {
    const right = billing('right');
    expect(await machines.check(right, from())).toMatchObject({ kind: 'right' });
    machines.settle(compileMachines({ billing: { passwordHash: hashOf('other'), ...rights } }));
    expect(machines.remembered(right, from())).toBeUndefined();
    machines.settle(
      compileMachines({ billing: { passwordHash: hashOf('right'), ...rights, scopes: ['a'] } }),
    );
    expect(machines.remembered(right, from())).toBeUndefined();
    machines.settle(new Map());
    expect(machines.remembered(right, from())).toBeUndefined();
    expect(await machines.check(right, from())).toEqual({ kind: 'wrong' });
    machines.settle(compileMachines({ billing: { passwordHash: hashOf('right'), ...rights } }));
    machines.forgetAll();
    expect(machines.remembered(right, from())).toBeUndefined();
  });

  it('takes both hashes while a secret is being replaced, and neither a third one nor what is none', async () => {
    withReference();
    const shown = (password: string) => new ShownPassword('export', password);
    handed.set(told, [`${hashOf('new')}\n`, hashOf('old'), hashOf('oldest')]);
    expect(await machines.check(shown('new'), from())).toMatchObject({ kind: 'right' });
    expect(await machines.check(shown('old'), from())).toMatchObject({ kind: 'right' });
    expect(await machines.check(shown('oldest'), from())).toEqual({ kind: 'wrong' });
    handed.set(told, ['the password itself']);
    expect(await machines.check(shown('the password itself'), from('b'))).toMatchObject({ kind: 'wrong' });
  });

  it('takes nothing where the hash cannot be read, tells the operator, and remembers nothing of it', async () => {
    withReference();
    const shown = new ShownPassword('export', 'right');
    const note = 'The hash of the machine export could not be read';
    expect(await machines.check(shown, from())).toEqual({ kind: 'wrong', note });
    expect(machines.remembered(shown, from())).toBeUndefined();
    handed.set(told, [hashOf('right')]);
    expect(await machines.check(shown, from())).toMatchObject({ kind: 'right' });
  });

  it('knows whether what was proven stands', async () => {
    const checked = await machines.check(billing('right'), from());
    if (checked.kind !== 'right') throw new TypeError('It was right');
    expect(await machines.stands(checked.proven)).toBe(true);
    machines.settle(compileMachines({ billing: { passwordHash: hashOf('other'), ...rights } }));
    expect(await machines.stands(checked.proven)).toBe(false);
    machines.settle(new Map());
    expect(await machines.stands(checked.proven)).toBe(false);
  });

  it('hashes once for many who show the same at the same time, and for no others at once beyond its bounds', async () => {
    const held = Promise.withResolvers<boolean>();
    verify = () => held.promise;
    const same = Array.from({ length: 20 }, () => machines.check(billing('right'), from('greedy')));
    const others = Array.from({ length: 7 }, (_, index) =>
      machines.check(billing(`${index}`), from('greedy')),
    );
    expect(await machines.check(billing('one more'), from('greedy'))).toEqual({ kind: 'busy' });
    const elsewhere = Array.from({ length: 24 }, (_, index) =>
      machines.check(billing(`x${index}`), from(`${index}`)),
    );
    expect(await machines.check(billing('and more'), from('patient'))).toEqual({ kind: 'busy' });
    held.resolve(false);
    const kinds = (await Promise.all([...same, ...others, ...elsewhere])).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['wrong']));
    expect(hashed).toHaveLength(32);
    // Given back: there is room again.
    expect(await machines.check(billing('one more'), from('patient'))).toEqual({ kind: 'wrong' });
  });

  it('says that it is busy where the line of hashes is full, counts that as no failure, and hides no fault', async () => {
    verify = () => Promise.reject(new SignetError(refusal('overloaded.sign_ins')));
    for (let turn = 0; turn < 20; turn += 1)
      expect(await machines.check(billing(`${turn}`), from())).toEqual({ kind: 'busy' });
    verify = () => Promise.reject(new RangeError('no memory'));
    await expect(machines.check(billing('a'), from())).rejects.toThrow(RangeError);
  });

  it('looks at no more than ten wrong passwords of a name from an address in a minute', async () => {
    const guess = (index: number, address: string, ms = 0, name = 'billing') =>
      machines.check(new ShownPassword(name, `guess ${index}`), from(address, ms));
    for (const name of ['billing', 'nobody']) {
      for (let index = 0; index < 10; index += 1)
        expect(await guess(index, 'a', 0, name)).toEqual({ kind: 'wrong' });
      hashed.length = 0;
      expect(await guess(10, 'a', 1000, name)).toEqual({ kind: 'throttled', seconds: 59 });
      expect(hashed).toEqual([]);
    }
    // Neither is the right one looked at, nor does another spelling of the address help.
    expect(await machines.check(billing('right'), from('a', 1000))).toMatchObject({ kind: 'throttled' });
    expect(await guess(11, 'a', 60_000)).toEqual({ kind: 'wrong' });
  });

  it('looks at no more than fifty of one address, whatever names they are of', async () => {
    for (let index = 0; index < 50; index += 1)
      await machines.check(new ShownPassword(`n${index}`, 'guess'), from('2001:db8::1'));
    expect(await machines.check(billing('right'), from('2001:db8::2'))).toMatchObject({ kind: 'throttled' });
    expect(await machines.check(billing('right'), from('2001:db8:0:1::1'))).toMatchObject({ kind: 'right' });
  });

  it('looks at no more than a hundred of one name from everywhere, but of whoever was right before', async () => {
    expect(await machines.check(billing('right'), from('its own'))).toMatchObject({ kind: 'right' });
    for (let index = 0; index < 100; index += 1)
      await machines.check(billing(`guess ${index}`), from(`stranger ${index}`, 31_000));
    expect(await machines.check(billing('guess'), from('another', 31_000))).toMatchObject({
      kind: 'throttled',
    });
    expect(await machines.check(billing('right'), from('its own', 31_000))).toMatchObject({ kind: 'right' });
  });

  it('does not count the right password as a failure', async () => {
    for (let turn = 0; turn < 120; turn += 1) {
      machines.settle(
        compileMachines({ billing: { passwordHash: hashOf('right'), ...rights, claims: { turn } } }),
      );
      expect(await machines.check(billing('right'), from())).toMatchObject({ kind: 'right' });
    }
  });
});
