import { setTimeout as wait } from 'node:timers/promises';
import type { FetchDocument } from '@signet/trust';

/** Reads what our own identity provider publishes to anyone, by its path; `undefined` where it publishes nothing. */
export type ReadOwnDocument = (path: string) => string | undefined | Promise<string | undefined>;

/**
 * Fetches documents, those of our own issuer without going by its name: `localhost` is more than one address, and at
 * the other a stranger may answer with keys of their own. What the gateway learns is what anyone could read.
 */
export function withOwnDocuments(
  issuer: string,
  read: ReadOwnDocument,
  elsewhere: FetchDocument,
): FetchDocument {
  const own = new URL(issuer);
  return async (address, limits) => {
    const url = new URL(address);
    if (url.origin !== own.origin) return elsewhere(address, limits);
    const text = await within(limits.timeoutMs, read(`${url.pathname}${url.search}`));
    if (text !== undefined) return text;
    // Behind a name with a certificate others may answer for other paths. Without one, only we are who we say.
    if (own.protocol === 'https:') return elsewhere(address, limits);
    throw new Error(`This Signet publishes nothing at ${url.origin}${url.pathname}`);
  };
}

/** A primary that has fallen silent must not hold up what waits for keys. */
async function within<Value>(milliseconds: number, value: Value | Promise<Value>): Promise<Value> {
  const stop = new AbortController();
  try {
    return await Promise.race([value, silence(milliseconds, stop.signal)]);
  } finally {
    stop.abort();
  }
}

async function silence(milliseconds: number, signal: AbortSignal): Promise<never> {
  await wait(milliseconds, undefined, { ref: false, signal });
  throw new Error(`The identity provider of this node did not answer within ${milliseconds} ms`);
}
