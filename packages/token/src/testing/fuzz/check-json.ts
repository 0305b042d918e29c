import { expect } from 'vitest';
import type { JsonNode } from '../../json/json-node.ts';

/** Every node lies inside the one around it, and what it says stands in the text at its place. */
export function checkJson(text: string, node: JsonNode, start = 0, end: number = text.length): void {
  expect(node.start).toBeGreaterThanOrEqual(start);
  expect(node.start).toBeLessThan(node.end);
  expect(node.end).toBeLessThanOrEqual(end);
  const own = text.slice(node.start, node.end);
  switch (node.kind) {
    case 'object':
      expect(own.startsWith('{') && own.endsWith('}')).toBe(true);
      for (const { name, value } of node.members) {
        checkJson(text, name, node.start, value.start);
        checkJson(text, value, name.end, node.end);
      }
      return;
    case 'array':
      expect(own.startsWith('[') && own.endsWith(']')).toBe(true);
      for (const item of node.items) checkJson(text, item, node.start, node.end);
      return;
    case 'number':
      expect(node.digits).toBe(own);
      expect(node.value).toBe(Number(own));
      return;
    default:
      expect(JSON.parse(own)).toBe(node.value);
  }
}
