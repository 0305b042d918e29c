import type { FetchDocument } from '../ports/fetch-document.ts';
import { beginRequest, readAtMost } from './bounded-request.ts';
import { KeyFault } from './key-fault.ts';
import type { PublicLookupOptions } from './public-lookup.ts';

/** Fetches documents with limits on size and time, and without following redirects. */
export function createFetchDocument(options: PublicLookupOptions = {}): FetchDocument {
  const headers = { accept: 'application/json, application/jwk-set+json' };
  return async (url, { maxBytes, ...limits }) => {
    const answer = await beginRequest(url, { method: 'GET', headers, ...limits }, options);
    const bytes = await readAtMost(answer, maxBytes);
    if (answer.statusCode !== 200) throw new KeyFault(`${url} answered ${answer.statusCode}`);
    if (bytes === undefined) throw new KeyFault(`${url} holds more than ${maxBytes} bytes`);
    return bytes.toString('utf8');
  };
}

export const fetchDocument: FetchDocument = createFetchDocument();
