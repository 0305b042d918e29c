import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchDocument } from './fetch-document.ts';

const limits = { maxBytes: 1000, timeoutMs: 300, reach: 'anywhere' } as const;
const servers: ReturnType<typeof createServer>[] = [];

async function serve(handler: RequestListener): Promise<number> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('fetchDocument', () => {
  it('answers the text of a document', async () => {
    const port = await serve((_, response) => response.end('{"keys":[]}'));
    expect(await fetchDocument(`http://127.0.0.1:${port}/jwks`, limits)).toBe('{"keys":[]}');
  });

  it.each<[string, RequestListener]>([
    ['a redirect', (_, response) => response.writeHead(302, { location: '/other' }).end()],
    ['an error', (_, response) => response.writeHead(500).end()],
    ['more bytes than allowed', (_, response) => response.end('x'.repeat(1001))],
    ['a server that never answers', () => {}],
    ['a server that never ends', (_, response) => response.write('{')],
  ])('refuses %s', async (_, handler) => {
    const port = await serve(handler);
    await expect(fetchDocument(`http://127.0.0.1:${port}/`, limits)).rejects.toThrow();
  });

  it.each([
    '127.0.0.1',
    '127.0.0.1.',
    '[::1]',
    'localhost',
    '169.254.169.254',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '[::ffff:0:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[fec0::1]',
    '192.88.99.1',
    '2130706433',
    '0x7f.1',
    '0',
  ])('does not go to %s because a document said so', async (host) => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const answer = fetchDocument(`http://${host}:${port}/`, { ...limits, reach: 'public' });
    await expect(answer).rejects.toThrow(/private/);
    expect(asked).toBe(0);
  });
});
