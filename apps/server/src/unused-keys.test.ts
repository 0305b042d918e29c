import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { exportPrivateJwk, generateKeyPair } from '@signet/token/keys';
import { expect, it, vi } from 'vitest';
import { startSignet } from './testing/running-signet.ts';

it.each([1, 2])(
  'names published keys that are not used, from each of %i gateway process(es)',
  async (workers) => {
    const { signing } = await generateKeyPair('ES256', 'leaked');
    const jwk = { ...(await exportPrivateJwk(signing)) };
    const publisher = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await once(publisher.listen(0, '127.0.0.1'), 'listening');
    const { port } = publisher.address() as AddressInfo;
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path, { flags: { workers: String(workers) } });
    try {
      const file = join(folder.path, 'signet.yaml');
      const other = `  other: { jwks: 'http://127.0.0.1:${port}/', issuer: https://login.example, algorithms: [ES256], audience: x }`;
      const house = '  house: { self: true }';
      writeFileSync(file, readFileSync(file, 'utf8').replace(house, `${house}\n${other}`));
      await signet.configuration.reload();
      expect(signet.configuration.state()).not.toHaveProperty('lastProblem');

      const nodes = Array.from({ length: workers }, (_, index) => `gateway-${index + 1}`);
      const named = () => noticesIn(signet.logged());
      await vi.waitUntil(() => nodes.every((node) => named().some((notice) => notice.node === node)), {
        timeout: 20_000,
      });
      for (const notice of named()) {
        expect(notice).toMatchObject({ issuer: 'https://login.example', kid: 'leaked', code: 'key_private' });
      }
      expect(signet.logged()).not.toContain(String(jwk['d']));
    } finally {
      await signet.close();
      publisher.closeAllConnections();
      publisher.close();
    }
  },
);

function noticesIn(logged: string): readonly { readonly node: string }[] {
  return logged.split('\n').flatMap((line) => {
    if (!line.includes('An issuer publishes a key that is not used here')) return [];
    return [JSON.parse(line)];
  });
}
