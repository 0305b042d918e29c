import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A Lua script that Redis runs as one step; its text is sent only when the server does not have it yet. */
export class Script {
  readonly #text: string;
  readonly #hash: string;

  constructor(text: string) {
    this.#text = text;
    this.#hash = createHash('sha1').update(text).digest('hex');
  }

  async run(redis: Redis, key: string, parameters: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.#hash, 1, key, ...parameters);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return redis.eval(this.#text, 1, key, ...parameters);
    }
  }
}
