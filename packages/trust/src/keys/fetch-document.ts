import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import type { FetchDocument } from '../ports/fetch-document.ts';
import { KeyFault } from './key-fault.ts';
import { isPrivateAddress } from './private-address.ts';

/** Looks a name up and refuses it when any of its addresses is private; what is checked is what is connected to. */
const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null) answer(error, '');
    else if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address))) {
      answer(new KeyFault(`${hostname} leads into a private network`), '');
    } else if (options.all === true) answer(null, addresses);
    else answer(null, first.address, first.family);
  });
};

const publicOnly = new Agent({ connect: { lookup: publicLookup } });
const anywhere = new Agent();

/** Fetches a document with limits on size and time, and without following redirects. */
export const fetchDocument: FetchDocument = async (url, { maxBytes, timeoutMs, reach }) => {
  if (reach === 'public') refusePrivateLiteral(new URL(url).hostname);
  const { statusCode, body } = await request(url, {
    dispatcher: reach === 'public' ? publicOnly : anywhere,
    headers: { accept: 'application/json, application/jwk-set+json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (statusCode !== 200) {
    await body.dump({ limit: maxBytes });
    throw new KeyFault(`${url} answered ${statusCode}`);
  }
  return readBounded(body, url, maxBytes);
};

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

/** An address in figures is connected to without a look-up. */
function refusePrivateLiteral(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && isPrivateAddress(address))
    throw new KeyFault(`${hostname} lies in a private network`);
}
