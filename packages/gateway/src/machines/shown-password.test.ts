import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isBasic, longestShown, readBasic } from './shown-password.ts';

const basic = (text: string | Uint8Array) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('readBasic', () => {
  it.each<[string, string, string, string]>([
    ['a name and a password', basic('billing:otter lamp'), 'billing', 'otter lamp'],
    ['a password with colons', basic('billing:a:b:'), 'billing', 'a:b:'],
    ['what is not ASCII', basic('billing:Schlüssel €'), 'billing', 'Schlüssel €'],
    ['the scheme in other letters, and blanks', `bAsIc   ${basic('a:b').slice(6)}  `, 'a', 'b'],
    ['nothing for either', basic(':'), '', ''],
    ['the mark of an order of bytes as a part of the name', basic('\ufeffa:b'), '\ufeffa', 'b'],
    ['as much as is read', basic(`a:${'x'.repeat(longestShown - 2)}`), 'a', 'x'.repeat(longestShown - 2)],
  ])('reads %s', (_, value, name, password) => {
    const shown = readBasic(value);
    expect([shown?.name, shown?.reveal()]).toEqual([name, password]);
  });

  it.each([
    ['no base64', 'Basic billing:otter'],
    ['nothing', 'Basic'],
    ['blanks alone', 'Basic   '],
    ['no colon', basic('billing')],
    ['two values behind one another', `${basic('a:b')}, ${basic('c:d')}`],
    ['two values with a blank between', `${basic('a:b')} ${basic('c:d').slice(6)}`],
    ['the alphabet of addresses', `Basic ${Buffer.from('a:\u00ff\u00fe>?').toString('base64url')}`],
    ['no padding', basic('a:bc').replaceAll('=', '')],
    ['bits that are left over, by which one password has several spellings', 'Basic YTpi0B=='],
    ['bytes that are no UTF-8', basic(Uint8Array.from([0x61, 0x3a, 0xff]))],
    ['a NUL', basic('a:b\u0000')],
    ['a line end in the name', basic('a\n:b')],
    ['more than is read', basic(`a:${'x'.repeat(longestShown - 1)}`)],
    ['very much more', basic(`a:${'x'.repeat(100_000)}`)],
  ])('reads nothing of %s', (_, value) => {
    expect(readBasic(value)).toBeUndefined();
  });

  it('shows the password to nobody who prints what was read', () => {
    const shown = readBasic(basic('billing:otter lamp'));
    expect(`${inspect(shown, { showHidden: true, depth: 9 })} ${JSON.stringify(shown)}`).not.toContain(
      'otter',
    );
  });

  it('is not asked of other schemes', () => {
    expect(['Basic x', 'BASIC', 'basic  x'].every(isBasic)).toBe(true);
    expect(['Bearer x', 'Basically x', ' Basic x', ''].some(isBasic)).toBe(false);
  });
});
