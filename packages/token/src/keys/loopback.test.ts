import { describe, expect, it } from 'vitest';
import { isLoopback, isLoopbackLiteral, isNamedLocalhost } from './loopback.ts';

const judged = (address: string) => {
  const url = new URL(address);
  return [isLoopbackLiteral(url), isNamedLocalhost(url), isLoopback(url)];
};

describe('an address of this machine', () => {
  it.each([
    'http://127.0.0.1:9000',
    'http://127.1',
    'http://0x7f.1',
    'http://127.255.0.3',
    'http://[::1]:80',
  ])('%s is one in figures', (address) => expect(judged(address)).toEqual([true, false, true]));

  it('has a name, which leads to more than one', () => {
    expect(judged('http://localhost:9000')).toEqual([false, true, true]);
    expect(judged('http://LOCALHOST')).toEqual([false, true, true]);
  });

  it('is not surely what a name below that one leads to', () => {
    expect(judged('http://api.localhost')).toEqual([false, true, false]);
  });

  it.each([
    'http://localhost.evil.example',
    'http://evil-localhost',
    'http://127.0.0.1.evil.example',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
  ])('is not %s', (address) => expect(judged(address)).toEqual([false, false, false]));
});
