import { largestAnswer } from '../model/frame-message.ts';

export type FetchFailure =
  /** No answer that a page may read: nobody there, or a server that does not open itself to other sites. */
  | {
      readonly reason:
        | 'withheld'
        | 'offline'
        | 'timeout'
        | 'cancelled'
        | 'redirect'
        | 'too-large'
        | 'not-text';
    }
  | { readonly reason: 'status'; readonly status: number };

export type Fetched =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Calls the request off; a `TimeoutError` as its reason means that it took too long. */
  readonly signal: AbortSignal;
  readonly isOnline: () => boolean;
}

/** Asks an address once, without anything that tells who asks, and follows it nowhere else. Never throws. */
export async function fetchText(url: string, { fetch, signal, isOnline }: Surroundings): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal,
    });
    if (isRedirect(response)) return failed({ reason: 'redirect' });
    if (!response.ok) return failed({ reason: 'status', status: response.status });
    return await readText(response);
  } catch {
    // A browser tells a page nothing of why, so that pages cannot explore a network.
    if (!signal.aborted) return failed({ reason: isOnline() ? 'withheld' : 'offline' });
    return failed({ reason: isTimeout(signal.reason) ? 'timeout' : 'cancelled' });
  }
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

async function readText({ body }: Response): Promise<Fetched> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > largestAnswer) {
      await reader?.cancel();
      return failed({ reason: 'too-large' });
    }
    pieces.push(piece.value);
  }
  const bytes = new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? failed({ reason: 'not-text' }) : { kind: 'text', text };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

function failed(failure: FetchFailure): Fetched {
  return { kind: 'failed', failure };
}
