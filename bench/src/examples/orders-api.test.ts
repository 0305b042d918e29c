import { fileURLToPath } from 'node:url';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const server = fileURLToPath(new URL('../../../examples/orders-api/server.mjs', import.meta.url));
const children = new Children(new AbortController().signal);
let origin = '';

beforeAll(async () => {
  const port = await freePort();
  const started = await children.start({ program: process.execPath, arguments: [server, String(port)] });
  await untilListening(started, port);
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => children[Symbol.asyncDispose]());

const call = (path: string, headers: Record<string, string>) => fetch(`${origin}${path}`, { headers });

describe('the orders example', () => {
  it('answers with the order and with what Signet said of the caller', async () => {
    const answer = await call('/orders/1', { 'x-user-id': 'usr_1', 'signet-reference': 'req_1' });
    expect(await answer.json()).toEqual({
      id: '1',
      item: 'Lamp',
      total: 42,
      orderedBy: 'usr_1',
      reference: 'req_1',
    });
  });

  it('knows no other orders', async () => {
    expect((await call('/orders/9', { 'x-user-id': 'usr_1' })).status).toBe(404);
  });

  it('refuses who did not come through Signet', async () => {
    expect((await call('/orders/1', {})).status).toBe(403);
  });
});
