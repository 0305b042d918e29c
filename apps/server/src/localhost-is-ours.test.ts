import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignetError } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { openStranger } from '@signet/testing/servers';
import { describeWithStranger } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSignet, type TestSignetOptions } from './testing/running-signet.ts';

describeWithStranger('both addresses of localhost', () => {
  const open = async (options: TestSignetOptions = {}) => {
    const folder = temporaryFolder();
    onTestFinished(() => folder[Symbol.dispose]());
    const signet = await startSignet(folder.path, options);
    onTestFinished(() => signet.close());
    return signet;
  };

  describe.each([1, 2])('with %i gateway process(es)', (workers) => {
    it('answer, and are nobody else’s while Signet runs', async () => {
      const signet = await open({ flags: { workers: String(workers) } });
      for (const [origin, path] of [
        [signet.web, '/healthz'],
        [signet.gateway, '/status'],
      ] as const) {
        const port = Number(new URL(origin).port);
        for (const host of ['127.0.0.1', '[::1]'])
          expect((await fetch(`http://${host}:${port}${path}`)).status).toBe(200);
        await expect(openStranger(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
      }
    });
  });

  it.each(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'])(
    'are ours when listening on %s',
    async (host) => {
      const signet = await open({ flags: { host } });
      const { port } = new URL(signet.web);
      for (const each of ['127.0.0.1', '[::1]'])
        expect((await fetch(`http://${each}:${port}/healthz`)).status).toBe(200);
    },
  );

  it.each([
    ['port', '--port'],
    ['gatewayPort', '--gateway-port'],
  ])('keep Signet from starting where a stranger holds one at the %s', async (flag, option) => {
    const stranger = await openStranger(await freePort());
    onTestFinished(() => stranger.close());
    const failure: unknown = await open({ flags: { [flag]: String(stranger.port) } }).catch(
      (error: unknown) => error,
    );
    if (!(failure instanceof SignetError)) throw new Error('It started beside the stranger.');
    expect(failure.refusal).toMatchObject({ code: 'port_taken', fix: expect.stringContaining(option) });
    expect(failure.refusal.sentence).toContain(`[::1]:${stranger.port}`);
    expect(stranger.seen).toEqual([]);
  });

  it('have the same rules: what cannot be read is answered, and a connection ends with the server', async () => {
    const signet = await open();
    const port = Number(new URL(signet.web).port);
    const garbled = connect({ host: '::1', port });
    garbled.write('nonsense\r\n\r\n');
    expect(await text(garbled)).toContain('request_malformed');
    const idle = connect({ host: '::1', port });
    idle.on('error', () => undefined);
    idle.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(idle, 'data');
    const ended = once(idle, 'close');
    await signet.close();
    await ended;
  });
});
