import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type HostileShape, hostileShapes } from '../testing/hostile-claims.ts';

const mebibyte = 1024 * 1024;
const mostWeight = 96 * mebibyte;
const program = fileURLToPath(new URL('../testing/hold-tokens.ts', import.meta.url));

interface Held {
  readonly held: number;
  readonly weight: number;
  readonly tokens: number;
}

/** What a process with this heap holds after so many tokens. Rejects when the process dies of them. */
async function hold(shape: HostileShape, count: number, heap: number): Promise<Held> {
  const flags = ['--expose-gc', `--max-old-space-size=${heap}`];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, shape, String(count)]);
  return JSON.parse(stdout) as Held;
}

describe('the weight of remembered tokens', () => {
  it.each(hostileShapes)('is not less than what is held: %s', async (shape) => {
    const { held, weight, tokens } = await hold(shape, 250, 256);
    expect(tokens).toBe(250);
    // Nor so much more that the cache would be of no use; the measure itself is good to a few KiB a token.
    expect(held).toBeLessThan(weight + mebibyte);
    expect(weight).toBeLessThan(8 * held + mebibyte);
  });

  it.each(['empty objects', 'names that are numbers', 'ordinary claims'] as const)(
    'stays level however many come: %s',
    async (shape) => {
      const { held, weight, tokens } = await hold(shape, shape === 'ordinary claims' ? 60_000 : 4_000, 192);
      expect(tokens).toBeLessThan(30_000);
      expect(weight).toBeLessThanOrEqual(mostWeight);
      expect(held).toBeLessThan(mostWeight + 16 * mebibyte);
    },
  );
});
