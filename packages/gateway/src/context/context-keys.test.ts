import { createPublicKey, verify } from 'node:crypto';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ReadContextKeys } from '../ports/context-keys.ts';
import { ContextKeys } from './context-keys.ts';
import { contextKeyPeriod, deriveContextKeys } from './derive-keys.ts';

const noon = 20_000.5 * contextKeyPeriod;
const master = new Uint8Array(32).fill(1);
const stolen = new Uint8Array(32).fill(2);
const minute = 60_000;

interface Published {
  readonly keys: readonly { readonly kid: string; readonly d?: string }[];
}

const readSet = (keys: ContextKeys): Published => JSON.parse(keys.published().toString());
const kidOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

function open(read?: ReadContextKeys) {
  const clocks = new ManualClocks(noon);
  let asked = 0;
  const keys = new ContextKeys(async () => {
    asked += 1;
    return read === undefined ? deriveContextKeys([master], clocks.wall()) : read();
  }, clocks);
  return { keys, clocks, asked: () => asked };
}

const unknown: ReadContextKeys = () => Promise.reject(new Error('away'));

describe('the keys at work', () => {
  it('are asked for once, whoever waits for them', async () => {
    const { keys, asked } = open();
    expect(await Promise.all([keys.ready(), keys.ready()])).toEqual([true, true]);
    expect(keys.ready()).toBe(true);
    expect(asked()).toBe(1);
  });

  it('sign what the published set verifies, and publish no private half', async () => {
    const { keys } = open();
    await keys.ready();
    const token = keys.sign('{"sub":"ada"}');
    const [header = '', payload = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'ES256',
      typ: 'signet-context+jwt',
      kid: kidOf(token),
    });
    const set = readSet(keys);
    const jwk = set.keys.find(({ kid }) => kid === kidOf(token));
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const input = Buffer.from(`${header}.${payload}`);
    const shown = { key, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', input, shown, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(set.keys.map((each) => Object.hasOwn(each, 'd'))).toEqual([false, false]);
  });

  it('change every day to one that whoever read the set the day before knows', async () => {
    const { keys, clocks } = open();
    await keys.ready();
    const before = readSet(keys).keys.map(({ kid }) => kid);
    const today = kidOf(keys.sign('{}'));
    clocks.pass(contextKeyPeriod);
    expect(keys.ready()).toBe(true);
    const tomorrow = kidOf(keys.sign('{}'));
    expect(tomorrow).not.toBe(today);
    expect(before).toContain(tomorrow);
  });

  it('are asked for again once the next day has begun, and nobody waits', async () => {
    const { keys, clocks, asked } = open();
    clocks.pass(contextKeyPeriod / 2 - 1000);
    await keys.ready();
    expect([keys.ready(), asked()]).toEqual([true, 1]);
    clocks.pass(1000);
    expect([keys.ready(), asked()]).toEqual([true, 2]);
  });

  it('are asked for again every five minutes, and what is told no more is published no more', async () => {
    let masters = [master, stolen];
    const { keys, clocks, asked } = open(async () => deriveContextKeys(masters, clocks.wall()));
    await keys.ready();
    const told = readSet(keys).keys;
    expect(told).toHaveLength(4);
    masters = [master];
    clocks.pass(5 * minute - 1);
    expect([await keys.renewed(), asked()]).toEqual([true, 1]);
    clocks.pass(1);
    expect([await keys.renewed(), asked()]).toEqual([true, 2]);
    expect(readSet(keys).keys).toEqual(told.slice(0, 2));
  });

  it('sign on as they are known where nobody can be asked any more, and leave the set when theirs is over', async () => {
    let read: ReadContextKeys | undefined;
    const clocks = new ManualClocks(noon);
    const keys = new ContextKeys(() => (read ?? unknown)(), clocks);
    read = async () => deriveContextKeys([master], clocks.wall());
    await keys.ready();
    const [today, tomorrow] = readSet(keys).keys;
    read = unknown;
    clocks.pass(contextKeyPeriod / 2 + 2 * minute - 1);
    expect(await keys.renewed()).toBe(true);
    expect(readSet(keys).keys).toEqual([today, tomorrow]);
    clocks.pass(1);
    expect(readSet(keys).keys).toEqual([tomorrow]);
  });

  it('are none while nobody tells them, asked for at most once a second, and there once they are told', async () => {
    let read = unknown;
    const { keys, clocks, asked } = open(() => read());
    expect(await keys.ready()).toBe(false);
    expect(await keys.ready()).toBe(false);
    expect(asked()).toBe(1);
    expect(() => keys.sign('{}')).toThrow('No key');
    expect(() => keys.published()).toThrow('No key');
    read = async () => deriveContextKeys([master], clocks.wall());
    clocks.pass(1000);
    expect(await keys.ready()).toBe(true);
  });

  it('are none once those that are known have ended, however long a node was cut off', async () => {
    let read: ReadContextKeys | undefined;
    const clocks = new ManualClocks(noon);
    const keys = new ContextKeys(() => (read ?? unknown)(), clocks);
    read = async () => deriveContextKeys([master], clocks.wall());
    await keys.ready();
    read = unknown;
    clocks.pass(contextKeyPeriod);
    expect(await keys.ready()).toBe(true);
    clocks.pass(contextKeyPeriod);
    expect(await keys.ready()).toBe(false);
  });
});

describe('the secrets of gateways for a purpose', () => {
  it('are the same for all of them, and others for another purpose', async () => {
    const [one, other] = [open().keys, open().keys];
    await Promise.all([one.ready(), other.ready()]);
    expect(one.secrets('a')).toEqual(other.secrets('a'));
    expect(one.secrets('a').length).toBeGreaterThan(0);
    const both = [...one.secrets('a'), ...one.secrets('b')].map((secret) => secret.toString('hex'));
    expect(new Set(both).size).toBe(both.length);
  });

  it('are known for a day at least, and no longer than their key is', async () => {
    const { keys, clocks } = open();
    await keys.ready();
    const [sealedBy] = keys.secrets('a');
    clocks.pass(contextKeyPeriod);
    await keys.renewed();
    expect(keys.secrets('a')).toContainEqual(sealedBy);
    clocks.pass(contextKeyPeriod);
    await keys.renewed();
    expect(keys.secrets('a')).not.toContainEqual(sealedBy);
  });

  it('are none where no key is known', async () => {
    const { keys } = open(unknown);
    await keys.ready();
    expect(keys.secrets('a')).toEqual([]);
  });
});
