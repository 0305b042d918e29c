import { describe, expect, it } from 'vitest';
import { promptDoorOf, tellDoor } from './prompt-door.ts';

describe('the address of a prompt', () => {
  it.each([
    ['/prompts/sum', { name: 'sum' }, 'sum'],
    ['/sum-up', { name: 'sum-up' }, 'sum-up'],
    ['/prompts/sum@2', { name: 'sum', version: { major: 2 } }, 'sum@2'],
    ['/prompts/sum@2.0', { name: 'sum', version: { major: 2, minor: 0 } }, 'sum@2.0'],
  ])('%s names it', (path, door, told) => {
    const found = promptDoorOf('POST', path);
    expect(found).toEqual({ kind: 'prompt', ...door });
    expect(found && tellDoor(found)).toBe(told);
  });

  it.each([
    '/',
    '/prompts/',
    '/prompts/sum/',
    '/prompts/a/b',
    '/prompts/Sum',
    '/prompts/sum@',
    '/prompts/sum@0.1',
    '/prompts/sum@latest',
    '/prompts/sum@1.0.0',
    '/prompts/-sum',
    '/prompts/sum%40',
    '/prompts/sum@1@2',
    `/prompts/${'a'.repeat(64)}`,
  ])('is not %j', (path) => {
    expect(promptDoorOf('POST', path)).toBeUndefined();
  });

  it('is asked by POST alone', () => {
    expect(promptDoorOf('GET', '/prompts/sum')).toBeUndefined();
  });
});
