import { setTimeout as wait } from 'node:timers/promises';
import { parseStrictJson } from '@signet/contracts';
import { isLoopback } from '@signet/token/keys';
import type { ServerQuestion } from '@signet/trust';
import { askServer } from '@signet/trust/ask-server';
import { systemErrorCode } from '../../startup/system-error-code.ts';
import { StoreFault } from './store-fault.ts';
import type { StoreHost } from './store-parts.ts';

/** What a store answered. */
export interface StoreAnswer {
  readonly status: number;
  /** The document, or `undefined` where the answer is none. */
  readonly body: unknown;
  readonly text: string;
}

export interface StoreQuestion extends ServerQuestion {
  readonly url: string;
  /** Whether an answer says that it may go well soon; a status of 429 or from 500 says so by itself. */
  readonly busy?: (answer: StoreAnswer) => boolean;
  /** An address of the cloud's own that speaks http alone and answers at once, where a machine learns who it is. */
  readonly metadata?: boolean;
}

export type AskStore = (question: StoreQuestion) => Promise<StoreAnswer>;

/** Bytes of an answer; a secret has at most 64 KiB, and every store less. */
const mostBytes = 256 * 1024;
const timeoutMs = 5_000;
const metadataTimeoutMs = 1_000;
/** Milliseconds before each further attempt, of which a random part is waited. */
const pauses = [200, 800] as const;

/**
 * Asks a store: with TLS except on this machine, without following where an answer would lead to, with limits on size and
 * time, and again where it was too busy.
 * @throws StoreFault where no answer comes
 */
export function createAskStore(host: StoreHost = {}): AskStore {
  const pause = host.wait ?? wait;
  const attempt = createAttempt(host);
  return async (question) => {
    for (const longest of pauses) {
      const answer = await attempt(question).catch((error: unknown) => faultOf(error));
      if (answer instanceof StoreFault && question.metadata === true) throw answer;
      if (!(answer instanceof StoreFault) && !isBusy(answer, question)) return answer;
      await pause(longest * (0.5 + Math.random() / 2));
    }
    const answer = await attempt(question).catch((error: unknown) => faultOf(error));
    if (answer instanceof StoreFault) throw answer;
    return answer;
  };
}

function createAttempt(host: StoreHost): AskStore {
  const ask = host.askServer ?? askServer;
  return async ({ url, method, headers, body, metadata = false }) => {
    const address = new URL(url);
    if (address.protocol !== 'https:' && !metadata && !isLoopback(address)) throw new StoreFault('no TLS');
    const sent = { method, headers, ...(body === undefined ? {} : { body }) };
    const limits = { maxBytes: mostBytes, timeoutMs: metadata ? metadataTimeoutMs : timeoutMs };
    const response = await ask(url, sent, { ...limits, reach: 'anywhere' });
    const text = await response.text();
    const { status } = response;
    if (status >= 300 && status < 400) throw new StoreFault(`a redirect (${status}), which is not followed`);
    return { status, text, body: jsonOf(text) };
  };
}

function isBusy(answer: StoreAnswer, { busy }: StoreQuestion): boolean {
  return answer.status === 429 || answer.status >= 500 || busy?.(answer) === true;
}

function jsonOf(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch {
    // No document, as errors of proxies are none.
    return undefined;
  }
}

/** Of what went wrong the system's code alone: addresses and answers may tell more than they should. */
function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const name = error instanceof Error && error.name === 'TimeoutError' ? 'ETIMEDOUT' : undefined;
  return new StoreFault(name ?? systemErrorCode(error) ?? 'no answer that can be read');
}
