import { describe, expect, it } from 'vitest';
import { isClosed } from './closed-variable.ts';

describe('a variable that may stand inside an instruction', () => {
  it.each([
    { enum: ['de', 'en'] },
    { type: 'string', enum: ['de', 'en'] },
    { const: 'en' },
    { type: 'integer' },
    { type: ['boolean', 'null'] },
  ])('is one in which nobody says words of his own: %j', (schema) => {
    expect(isClosed(schema)).toBe(true);
  });

  it.each([
    true,
    {},
    { type: 'string' },
    { type: 'string', maxLength: 10 },
    { type: 'string', pattern: '^[a-z]+$' },
    { type: ['integer', 'string'] },
    { type: [] },
    { type: 'object' },
    { anyOf: [{ type: 'integer' }] },
    { enum: [{ a: 1 }] },
  ])('is not %j', (schema) => {
    expect(isClosed(schema)).toBe(false);
  });
});
