import { Agent, request } from 'undici';
import type { FetchDocument } from '../ports/fetch-document.ts';
import { KeyFault } from './key-fault.ts';
import { type PublicAgentOptions, publicAgent } from './public-agent.ts';

/** Fetches documents with limits on size and time, and without following redirects. */
export function createFetchDocument(options: PublicAgentOptions = {}): FetchDocument {
  const agents = { public: publicAgent(options), anywhere: new Agent() };
  return async (url, { maxBytes, timeoutMs, reach }) => {
    const { statusCode, body } = await request(url, {
      dispatcher: agents[reach],
      headers: { accept: 'application/json, application/jwk-set+json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (statusCode !== 200) {
      await body.dump({ limit: maxBytes });
      throw new KeyFault(`${url} answered ${statusCode}`);
    }
    return readBounded(body, url, maxBytes);
  };
}

export const fetchDocument: FetchDocument = createFetchDocument();

async function readBounded(body: AsyncIterable<Buffer>, url: string, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new KeyFault(`${url} holds more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
