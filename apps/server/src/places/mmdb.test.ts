import { describe, expect, it } from 'vitest';
import { bitsOf, mappedBits, metadata, mmdbFile, type Written, write } from '../testing/mmdb-file.ts';
import { openMmdb } from './mmdb.ts';

const berlin = [192, 0, 2, 0];
const everywhere = { '0': 'low', '1': 'high' };

describe('a database of networks', () => {
  it.each([24, 28, 32] as const)(
    'is read by records of %d bits, of IPv4 in either tree and of IPv6',
    (size) => {
      const there = { city: { names: { en: 'Berlin' } } };
      const elsewhere = { city: { names: { en: 'Oslo' } } };
      const ipv6 = [0x20, 0x01, 0x0d, 0xb8, 0, 1, ...Array(10).fill(0)];
      const path = ['city', 'names', 'en'];
      const both = openMmdb(
        mmdbFile({ [mappedBits(berlin, 24)]: there, [bitsOf(ipv6, 48)]: elsewhere }, { size, version: 6 }),
      );
      const ipv4 = openMmdb(mmdbFile({ [bitsOf(berlin, 24)]: there }, { size, version: 4 }));
      for (const database of [both, ipv4]) {
        expect(database.find(berlin, path)).toBe('Berlin');
        expect(database.find([192, 0, 3, 0], path)).toBeUndefined();
      }
      expect(both.find(ipv6, path)).toBe('Oslo');
      expect(ipv4.find(ipv6, path)).toBeUndefined();
    },
  );

  it('follows pointers of names and of values, and passes over what was not asked for', () => {
    const names = write({ en: 'Berlin', de: 'B'.repeat(40), long: 'C'.repeat(300) });
    // `names` stands at 0 and its first key at 1.
    const pointer = Buffer.from([0x20, 0]);
    const byPointer = Buffer.from([0xe1, 0x20, 1, 0x41, 0x78]);
    const other = {
      skipped: Buffer.from([0x02, 0x04, 0xa1, 7, 0x01, 0x07]),
      yes: Buffer.from([0x01, 0x07]),
      n: 7,
    };
    const database = openMmdb(
      mmdbFile(
        { '0': names, '1': { ...other, city: { names: pointer }, byPointer } },
        { size: 24, version: 4 },
      ),
    );
    expect(database.find([255, 0, 0, 0], ['city', 'names', 'de'])).toBe('B'.repeat(40));
    expect(database.find([255, 0, 0, 0], ['city', 'names', 'long'])).toBe('C'.repeat(300));
    expect(database.find([255, 0, 0, 0], ['byPointer', 'en'])).toBe('x');
    expect(database.find([255, 0, 0, 0], ['n'])).toBe(7);
    expect(database.find([255, 0, 0, 0], ['n', 'names'])).toBeUndefined();
    expect(database.find([255, 0, 0, 0], ['country'])).toBeUndefined();
  });
});

describe('an attack by a file', () => {
  const form = { size: 24, version: 4 } as const;

  it.each([
    ['nothing', Buffer.alloc(0), 'no MaxMind database'],
    ['something else', Buffer.from('PK\u0003\u0004'), 'no MaxMind database'],
    [
      'a metadata section that is too long',
      Buffer.concat([metadata(1, form), Buffer.alloc(200_000)]),
      'no MaxMind database',
    ],
    ['a tree larger than the file', Buffer.concat([Buffer.alloc(64), metadata(2 ** 31, form)]), 'cut short'],
    ['no node', Buffer.concat([Buffer.alloc(64), metadata(0, form)]), 'not known'],
    [
      'records of 20 bits',
      Buffer.concat([Buffer.alloc(64), metadata(1, { size: 20, version: 4 })]),
      'not known',
    ],
    [
      'addresses of version 5',
      Buffer.concat([Buffer.alloc(64), metadata(1, { size: 24, version: 5 })]),
      'not known',
    ],
    ['a metadata section that is cut', mmdbFile(everywhere, form).subarray(0, -3), undefined],
  ])('with %s is refused', (_, file, reason) => {
    expect(() => openMmdb(file)).toThrow(RangeError);
    if (reason !== undefined) expect(() => openMmdb(file)).toThrow(reason);
  });

  const deep = Buffer.concat([...Array(40).fill(Buffer.from([0x01, 0x04])), Buffer.from([0xa1, 1])]);
  it.each<readonly [string, Written]>([
    ['a pointer to itself', Buffer.from([0x20, 0])],
    ['a pointer behind the file', Buffer.from([0x27, 0xff])],
    [
      'a text that ends behind the file',
      Buffer.from([0xe1, 0x41, 0x61, 0xe1, 0x41, 0x62, 0x5f, 0xff, 0xff, 0xff]),
    ],
    ['a map of sixteen million entries', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x41, 0x62, 0x41, 0x62])],
    [
      'a map of many entries that are there',
      Buffer.concat([Buffer.from([0xfe, 0xff, 0xff]), Buffer.alloc(400_000, 0x40)]),
    ],
    ['arrays in arrays', Buffer.concat([Buffer.from([0xe1, 0x41, 0x62]), deep])],
  ])('with %s is broken where it is asked, at once', (_, value) => {
    const database = openMmdb(mmdbFile({ '0': value }, form));
    expect(() => database.find([1, 2, 3, 4], ['a', 'b'])).toThrow(RangeError);
  });

  it('whose tree leads between itself and its data is broken there', () => {
    const file = mmdbFile(everywhere, form);
    file.writeUIntBE(1 + 5, 0, 3);
    expect(() => openMmdb(file).find([1, 2, 3, 4], [])).toThrow(RangeError);
    expect(openMmdb(file).find([255, 0, 0, 0], [])).toBe('high');
  });

  it('whose tree leads round in circles ends with the address', () => {
    const file = mmdbFile(everywhere, form);
    file.writeUIntBE(0, 0, 3);
    expect(openMmdb(file).find([0, 0, 0, 0], [])).toBeUndefined();
  });
});
