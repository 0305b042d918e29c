import { describe, expect, it } from 'vitest';
import { reservePort } from './reserve-port.ts';

describe('a port of the control side', () => {
  it('is not held open by a client that sends slowly', async () => {
    const place = { host: '127.0.0.1', port: 0, what: 'A server', option: '`--port PORT`' };
    const server = await reservePort(place);
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 20_000]);
    server.close();
  });
});
