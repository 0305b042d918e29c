import type { JsonValue } from './json-node.ts';

/** Levels of arrays and objects inside each other, and values in all. */
interface Bounds {
  readonly maxDepth: number;
  readonly maxValues: number;
}

/** A longer text is not worth reading twice, nor having all of its values made before they are counted. */
const longest = 64 * 1024;

/**
 * The quick way for nearly every token, by `JSON.parse`: the value of a text that has one spelling. Undefined where the text
 * is not what `JSON.stringify` writes, and so for a member that stands twice, a number that is rounded, names that change their
 * place; where it passes the bounds; and where it is not JSON. Who wants to know what it is asks `readJson`.
 */
export function readPlainly(text: string, bounds: Bounds): JsonValue | undefined {
  if (text.length > longest) return undefined;
  const value = parsed(text);
  if (value === undefined || !new Count(bounds).holds(value, 0)) return undefined;
  return JSON.stringify(value) === text ? value : undefined;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Count {
  readonly #bounds: Bounds;
  #values = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  holds(value: unknown, depth: number): boolean {
    this.#values += 1;
    if (this.#values > this.#bounds.maxValues) return false;
    if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
    if (typeof value !== 'object' || value === null) return true;
    if (depth >= this.#bounds.maxDepth) return false;
    for (const each of Object.values(value)) {
      if (!this.holds(each, depth + 1)) return false;
    }
    return true;
  }
}
