import { describe, expect, it } from 'vitest';
import { indent, outdent } from './indent.ts';

describe('a value of several lines', () => {
  it('is shown by itself and written back as it stood', () => {
    const standing = '{\n    "a": [\n      1\n    ]\n  }';
    expect(outdent(standing)).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(indent(outdent(standing))).toBe(standing);
  });

  it('stays as it is where it is written in another way', () => {
    for (const text of ['{"a":1}', '{\n"a":1\n}', '{\n\t"a":1\n}']) expect(outdent(text)).toBe(text);
  });
});
