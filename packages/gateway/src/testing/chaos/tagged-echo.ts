import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { outliveErrors } from '../../outlive-errors.ts';
import { turns } from './turns.ts';

const slowTurns = 15;

/** What `taggedEcho` answers to a request that came whole. */
export function echoOf(method: string, url: string, tag: string, body: string): string {
  return JSON.stringify({ method, url, tag, body });
}

/**
 * An upstream that behaves: answers each request with its own tag, path and body, so that an answer to another shows.
 * Below `/open/slow` some turns later; below `/open/early` without waiting for the body.
 */
export function taggedEcho(request: IncomingMessage, response: ServerResponse): void {
  outliveErrors(request);
  outliveErrors(response);
  answer(request, response).catch(() => response.destroy());
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request;
  const early = url.startsWith('/open/early');
  if (url.startsWith('/open/slow')) await turns(slowTurns);
  const body = early ? '' : await text(request);
  response.end(echoOf(method, url, String(headers['x-tag']), body));
  if (early) request.resume();
}
