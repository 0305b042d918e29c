import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendForm } from './send-form.ts';

const servers: ReturnType<typeof createServer>[] = [];

async function serve(status: number, headers: Record<string, string> = {}, page = 'x') {
  const came: string[] = [];
  const server = createServer(async (asked: IncomingMessage, response) => {
    let body = '';
    for await (const piece of asked) body += piece;
    came.push(`${asked.method} ${asked.url} ${asked.headers['content-type']} ${body}`);
    response.writeHead(status, headers).end(page);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`, came };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('sendForm', () => {
  it('sends a form, answers its status, and follows no redirect', async () => {
    const elsewhere = await serve(200);
    const { url, came } = await serve(302, { location: elsewhere.url });
    expect(await sendForm(url, { a: 'b c' }, { timeoutMs: 5000, reach: 'anywhere' })).toBe(302);
    expect(came).toEqual(['POST /told application/x-www-form-urlencoded a=b+c']);
    expect(elsewhere.came).toEqual([]);
  });

  it('reads no more of a large answer than it must', async () => {
    const { url, came } = await serve(200, {}, 'x'.repeat(1_000_000));
    expect(await sendForm(url, { a: 'b' }, { timeoutMs: 5000, reach: 'anywhere' })).toBe(200);
    expect(came).toHaveLength(1);
  });

  it('does not go into the network of this machine where it must not', async () => {
    const { url, came } = await serve(200);
    for (const address of [url, url.replace('127.0.0.1', 'localhost')]) {
      await expect(sendForm(address, {}, { timeoutMs: 5000, reach: 'public' })).rejects.toThrow();
    }
    expect(came).toEqual([]);
  });
});
