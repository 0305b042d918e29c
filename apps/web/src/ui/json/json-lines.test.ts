import { type JsonNode, readJson } from '@signet/token/json';
import { describe, expect, it } from 'vitest';
import { printJson } from './json-lines.ts';
import { printInline } from './json-text.ts';

function read(text: string): JsonNode {
  const reading = readJson(text);
  if (reading.kind === 'not-json') throw new Error(reading.problem.sentence);
  return reading.root;
}

describe('printing JSON as it was written', () => {
  const text = '{"id":100002348117421473,"id":[1.0,null],"none":{}}';

  it('keeps every digit, the order and the duplicates', () => {
    expect(printJson(read(text))).toBe(
      '{\n  "id": 100002348117421473,\n  "id": [\n    1.0,\n    null\n  ],\n  "none": {}\n}',
    );
  });

  it('fits on one line', () => {
    expect(printInline(read(text))).toBe('{"id": 100002348117421473, "id": [1.0, null], "none": {}}');
  });

  it('shows characters that would hide or turn the text around', () => {
    expect(printInline(read('"a\u202eb"'))).toBe('"a\\u202eb"');
  });
});
