import { expect, it } from 'vitest';
import { readVersionedName } from './versioned-name.ts';

it('reads a name with its version, and nothing less', () => {
  expect(readVersionedName('summary@1.4')).toEqual({ name: 'summary', version: '1.4' });
  for (const text of ['summary', '@1.4', 'summary@', 'summary@1', 'summary@latest', 'a@b@1.4'])
    expect(() => readVersionedName(text), text).toThrow('names no version');
});
