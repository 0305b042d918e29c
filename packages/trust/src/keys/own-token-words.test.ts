import { expect, it } from 'vitest';
import { digestOfAddress, isOwnTokenWords, ownTokenWords, readOwnTokenWords } from './own-token-words.ts';

const asked = {
  server: 'files',
  addressDigest: digestOfAddress('https://files.example/mcp'),
  subject: 'usr_00000000000000000000000000',
};

it('are read as they were written, whatever stands in a subject', () => {
  for (const subject of [asked.subject, 'a","b', 'ü\n', ']']) {
    const words = ownTokenWords({ ...asked, subject });
    expect(readOwnTokenWords(words ?? '')).toEqual({ ...asked, subject });
  }
});

it('differ by server, address and subject', () => {
  const others = [
    asked,
    { ...asked, server: 'mail' },
    { ...asked, addressDigest: digestOfAddress('https://files.example/mcp/') },
    { ...asked, subject: 'usr_00000000000000000000000001' },
  ];
  expect(new Set(others.map(ownTokenWords)).size).toBe(others.length);
});

it('are none for nobody, and for a subject that is no account', () => {
  expect(ownTokenWords({ ...asked, subject: '' })).toBeUndefined();
  expect(ownTokenWords({ ...asked, subject: 'a'.repeat(129) })).toBeUndefined();
});

it.each([
  'env:KEY',
  'added:openai:digest',
  'own-token:',
  'own-token:[]',
  'own-token:["a","b",1]',
  'own-token:{"0":"a"}',
])('are not %s', (words) => {
  expect(readOwnTokenWords(words)).toBeUndefined();
  expect(isOwnTokenWords(words)).toBe(words.startsWith('own-token:'));
});
