import { describe, expect, it } from 'vitest';
import { comparableAddress, readEmailAddress } from './email-address.ts';

describe('an email address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Lovelace+news@EXAMPLE.org ', 'Ada.Lovelace+news@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@localhost', 'ada@localhost'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(readEmailAddress(typed)).toBe(kept);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@@example.org',
    'ada@example.org\r\nBcc: eve@evil.example',
    'ada\r\n@example.org',
    'ada@example.org, eve@evil.example',
    'ada <eve@evil.example>',
    '"ada\\" bcc"@example.org',
    'a da@example.org',
    '.ada@example.org',
    'ada..l@example.org',
    'ada@-example.org',
    'ada@1.2.3.4',
    'ada@[::1]',
    'ada@example.org/path',
    'ada@example.org:25',
    'ada@exa%0d%0ample.org',
    'zoë@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a.'.repeat(130)}org`,
  ])('cannot be %j', (typed) => {
    expect(readEmailAddress(typed)).toBeUndefined();
  });

  it('is the same as itself in other capitals', () => {
    expect(comparableAddress('Ada@example.org')).toBe(comparableAddress('aDA@example.org'));
  });
});
