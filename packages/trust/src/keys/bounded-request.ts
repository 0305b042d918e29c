import { type IncomingMessage, request as overPlain } from 'node:http';
import { request as overTls } from 'node:https';
import type { FetchLimits } from '../ports/fetch-document.ts';
import { type PublicLookupOptions, publicLookup, refusePrivateFigures } from './public-lookup.ts';

export interface BoundedRequest extends Pick<FetchLimits, 'timeoutMs' | 'reach'> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * One request over a connection of its own, with a limit on the time until its whole answer is read, and without following
 * redirects. On Node's own client, so that it runs on every Node that an app may have.
 */
export async function beginRequest(
  address: string,
  { method, headers, body, timeoutMs, reach }: BoundedRequest,
  options: PublicLookupOptions = {},
): Promise<IncomingMessage> {
  const url = new URL(address);
  if (reach === 'public') refusePrivateFigures(url, options);
  const begin = url.protocol === 'https:' ? overTls : overPlain;
  const lookup = reach === 'public' ? { lookup: publicLookup(options) } : {};
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const sent = begin(url, { method, headers, signal, agent: false, ...lookup });
    sent.on('response', resolve).on('error', reject).end(body);
  });
}

/** The bytes of an answer; undefined, and its connection ended, where there are more than `most`. */
export async function readAtMost(answer: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    bytes += piece.length;
    if (bytes > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
