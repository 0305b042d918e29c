import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { largestAnswer } from '../model/frame-message.ts';
import { fetchText } from './fetch-text.ts';

const open: { close(): void; closeAllConnections(): void }[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A real server that answers every request so, and what it was asked. */
async function answering(answer: (response: ServerResponse) => void) {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answer(response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, asked };
}

const never = new AbortController().signal;
const online = { fetch, signal: never, isOnline: () => true };

describe('asking an address for keys', () => {
  it('takes the answer, and tells nothing but that somebody asks', async () => {
    const { url, asked } = await answering((response) => response.end('{"keys":[]}'));
    expect(await fetchText(url, online)).toEqual({ kind: 'text', text: '{"keys":[]}' });
    expect(asked).toHaveLength(1);
    expect(Object.keys(asked[0] ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
    expect(asked[0]).not.toHaveProperty('referer');
    expect(asked[0]).not.toHaveProperty('authorization');
  });

  it.each([404, 401, 500])('says that the server answered %i', async (status) => {
    const { url } = await answering((response) => response.writeHead(status).end('no'));
    expect(await fetchText(url, online)).toEqual({ kind: 'failed', failure: { reason: 'status', status } });
  });

  it('does not follow to another address', async () => {
    const target = await answering((response) => response.end('{"keys":[]}'));
    const { url } = await answering((response) => response.writeHead(302, { location: target.url }).end());
    expect(await fetchText(url, online)).toEqual({ kind: 'failed', failure: { reason: 'redirect' } });
    expect(target.asked).toEqual([]);
  });

  it.each([
    ['announced', { 'content-length': String(largestAnswer + 1) }],
    ['not announced', {}],
  ])('takes no more than any key set has, if the size is %s', async (_, headers) => {
    const { url } = await answering((response) =>
      response.writeHead(200, headers).end(' '.repeat(largestAnswer + 1)),
    );
    expect(await fetchText(url, online)).toEqual({ kind: 'failed', failure: { reason: 'too-large' } });
    const fitting = await answering((response) => response.end(' '.repeat(largestAnswer)));
    expect(await fetchText(fitting.url, online)).toMatchObject({ kind: 'text' });
  });

  it.each([
    ['timeout', new DOMException('', 'TimeoutError')],
    ['cancelled', undefined],
  ])('ends with %s while the body is still awaited', async (reason, cause) => {
    const control = new AbortController();
    const { url } = await answering((response) => {
      response.writeHead(200).write('{"keys":');
      control.abort(cause);
    });
    const fetched = await fetchText(url, { ...online, signal: control.signal });
    expect(fetched).toEqual({ kind: 'failed', failure: { reason } });
  });

  it('tells an offline browser from a server that withholds its answer', async () => {
    const { url } = await answering((response) => response.destroy());
    expect(await fetchText(url, online)).toEqual({ kind: 'failed', failure: { reason: 'withheld' } });
    const offline = await fetchText(url, { ...online, isOnline: () => false });
    expect(offline).toEqual({ kind: 'failed', failure: { reason: 'offline' } });
  });

  it('refuses bytes that are no text', async () => {
    const { url } = await answering((response) => response.end(Uint8Array.of(0xff, 0xfe, 0x00)));
    expect(await fetchText(url, online)).toEqual({ kind: 'failed', failure: { reason: 'not-text' } });
  });
});
