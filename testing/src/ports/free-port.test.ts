import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, onFreePort } from './free-port.ts';

describe('a free port', () => {
  it('is below those of outgoing connections, and can be bound', async () => {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(12_000);
    expect(port).toBeLessThan(32_000);
    await using server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect((server.address() as AddressInfo).port).toBe(port);
  });

  it('is looked for anew when a server does not start on it, three times at most', async () => {
    const tried: number[] = [];
    const started = onFreePort(async (port) => {
      tried.push(port);
      throw new Error('taken');
    });
    await expect(started).rejects.toThrow('The server did not start: Error: taken');
    expect(tried).toHaveLength(3);
    expect(await onFreePort(async (port) => port > 0)).toBe(true);
  });
});
