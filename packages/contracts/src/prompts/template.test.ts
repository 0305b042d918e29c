import { describe, expect, it } from 'vitest';
import { isVariableName, readTemplate, strayBraces } from './template.ts';

describe('the text of a prompt', () => {
  it('is cut where values stand', () => {
    expect(readTemplate('In {{ language }}: {{text}}')).toEqual([
      { kind: 'text', text: 'In ' },
      { kind: 'variable', name: 'language' },
      { kind: 'text', text: ': ' },
      { kind: 'variable', name: 'text' },
    ]);
    expect(readTemplate('{ "a": {} }')).toEqual([{ kind: 'text', text: '{ "a": {} }' }]);
    expect(readTemplate('')).toEqual([]);
  });

  it('has no braces left over', () => {
    expect(strayBraces('say {{name}} and { "a": {} }')).toBeUndefined();
    expect(strayBraces('say {{name')).toBe('{{');
    expect(strayBraces('say name}}')).toBe('}}');
  });

  it('names variables by letters', () => {
    expect(['text', 'a_1', 'A'].every(isVariableName)).toBe(true);
    expect(['', '1a', 'a-b', 'a.b', '__proto__', 'a b', `a${'b'.repeat(64)}`].some(isVariableName)).toBe(
      false,
    );
  });
});
