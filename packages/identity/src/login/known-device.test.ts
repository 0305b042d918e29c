import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createKnownDevices } from './known-device.ts';

const day = 24 * 60 * 60_000;

function devicesWith(key: number = 1, earlier: readonly number[] = []) {
  const clocks = new ManualClocks();
  const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
  return {
    clocks,
    devices: createKnownDevices({
      keys: [new Uint8Array(32).fill(key), ...earlier.map((each) => new Uint8Array(32).fill(each))],
      random,
      wall: clocks.wall,
    }),
  };
}

describe('a device that signed in', () => {
  it('is known for 90 days, by the same id after each sign-in, and holds nothing that names the account', () => {
    const { devices, clocks } = devicesWith();
    const first = devices.remember(undefined, 'ada');
    const id = devices.recognise(first.value, 'ada');
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(first.value).not.toContain('ada');
    clocks.pass(89 * day);
    const second = devices.remember(first.value, 'ada');
    clocks.pass(2 * day);
    expect(devices.recognise(first.value, 'ada')).toBeUndefined();
    expect(devices.recognise(second.value, 'ada')).toBe(id);
  });

  it('is known at no other account, and gets another id there', () => {
    const { devices } = devicesWith();
    const { value } = devices.remember(undefined, 'mallory');
    expect(devices.recognise(value, 'ada')).toBeUndefined();
    const taken = devices.remember(value, 'ada').value;
    expect(devices.recognise(taken, 'ada')).not.toBe(devices.recognise(value, 'mallory'));
  });

  it('is known to no Signet with another master key', () => {
    const { value } = devicesWith(2).devices.remember(undefined, 'ada');
    expect(devicesWith(1).devices.recognise(value, 'ada')).toBeUndefined();
  });

  it('stays known while the master key is exchanged, and holds from then on what the new one made', () => {
    const { devices } = devicesWith(2, [1]);
    const before = devicesWith(1).devices.remember(undefined, 'ada');
    const after = devices.remember(before.value, 'ada');
    expect(after.id).toBe(before.id);
    expect(devicesWith(2).devices.recognise(after.value, 'ada')).toBe(before.id);
  });

  it('cannot change what it holds', () => {
    const { devices } = devicesWith();
    const { value } = devices.remember(undefined, 'ada');
    const [id = '', expiry = '', mac = ''] = value.split('.');
    const forged = [
      '',
      'x'.repeat(5000),
      `${'A'.repeat(22)}.${expiry}.${mac}`,
      `${id}.${Number(expiry) + 1}.${mac}`,
      `${id}.0${expiry}.${mac}`,
      `${id}.${expiry}.${'A'.repeat(43)}`,
      `${id}.${expiry}.`,
      `${id}.${expiry}`,
      `${value}.`,
      `${value}=`,
      ` ${value}`,
    ];
    expect(forged.filter((each) => devices.recognise(each, 'ada') !== undefined)).toEqual([]);
  });
});
