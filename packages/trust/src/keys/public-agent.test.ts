import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetchDocument } from './fetch-document.ts';

/** Of two addresses of this machine one stands for the Internet in these tests, the other for the network inside. */
const outside = '127.0.0.1';
const inside = '127.0.0.9';
const limits = { maxBytes: 1000, timeoutMs: 5_000, reach: 'public' } as const;

let port: number;
let requests = 0;
let lookups = 0;
let respond: RequestListener;
const server = createServer((request, response) => {
  requests += 1;
  respond(request, response);
});

beforeEach(async () => {
  requests = 0;
  lookups = 0;
  respond = (_, response) => response.writeHead(200, { connection: 'close' }).end('{"keys":[]}');
  await new Promise<void>((listening) => server.listen(0, outside, listening));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Fetches where each look-up of any name has the next of these answers, and then the last again. */
function fetchingWith(...answers: readonly (readonly string[])[]) {
  return createFetchDocument({
    isPrivate: (address) => address !== outside,
    resolve: async () => {
      const answer = answers[Math.min(lookups, answers.length - 1)] ?? [];
      lookups += 1;
      return answer.map((address) => ({ address, family: 4 }));
    },
  });
}

describe('a document that another document named', () => {
  it('is fetched from the address that was checked: the name is not looked up a second time', async () => {
    const fetchDocument = fetchingWith([outside], [inside]);
    expect(await fetchDocument(`http://keys.example:${port}/`, limits)).toBe('{"keys":[]}');
    expect({ requests, lookups }).toEqual({ requests: 1, lookups: 1 });
  });

  it('is not fetched over the next connection when the name leads inside by then', async () => {
    const fetchDocument = fetchingWith([outside], [inside]);
    await fetchDocument(`http://keys.example:${port}/`, limits);
    await expect(fetchDocument(`http://keys.example:${port}/`, limits)).rejects.toThrow(
      'keys.example leads into a private network',
    );
    expect({ requests, lookups }).toEqual({ requests: 1, lookups: 2 });
  });

  it.each([[[inside, outside]], [[outside, inside]], [[]], [['not an address']]])(
    'is not fetched where one of the answers is not public: %j',
    async (addresses) => {
      await expect(fetchingWith(addresses)(`http://keys.example:${port}/`, limits)).rejects.toThrow(
        /private/,
      );
      expect(requests).toBe(0);
    },
  );

  it('is not fetched at an address in figures, which nobody looks up', async () => {
    await expect(fetchingWith([outside])(`http://${inside}:${port}/`, limits)).rejects.toThrow(/private/);
    expect({ requests, lookups }).toEqual({ requests: 0, lookups: 0 });
  });

  it.each([301, 302, 303, 307, 308])('is not looked for where a redirect %d leads', async (status) => {
    respond = (_, response) =>
      response.writeHead(status, { location: `http://${inside}:${port}/`, connection: 'close' }).end();
    await expect(fetchingWith([outside])(`http://keys.example:${port}/`, limits)).rejects.toThrow(
      `answered ${status}`,
    );
    expect({ requests, lookups }).toEqual({ requests: 1, lookups: 1 });
  });

  it('is not fetched when the name cannot be looked up', async () => {
    const fetchDocument = createFetchDocument({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await expect(fetchDocument(`http://keys.example:${port}/`, limits)).rejects.toThrow('ENOTFOUND');
  });
});
