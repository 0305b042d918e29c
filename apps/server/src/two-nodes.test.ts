import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createOperatorCredential } from '@signet/sdk/admin';
import { createClient } from '@signet/sdk/client';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres, describeWithRedis } from '@signet/testing/suites';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, signIn, signOut } from './testing/session.ts';

describeWithPostgres('two nodes on one PostgreSQL', (postgres) =>
  describeWithRedis('and one Redis', (redis) => {
    const folder = temporaryFolder();
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    let nodes: readonly [TestSignet, TestSignet];

    beforeAll(async () => {
      const environment = {
        DATABASE_URL: await postgres().createDatabase(),
        REDIS_URL: redis().url,
        SIGNET_MASTER_KEY: Buffer.from(masterKey).toString('hex'),
      };
      const first = await startNode('first', { environment });
      // The second has its own ports and the same public addresses, as behind a load balancer.
      const flags = { issuer: first.web, gatewayOrigin: first.gateway };
      nodes = [first, await startNode('second', { environment, flags })];
    });

    afterAll(async () => {
      await Promise.all(nodes.map((node) => node.close()));
      folder[Symbol.dispose]();
    });

    async function startNode(name: string, options: Parameters<typeof startSignet>[1]): Promise<TestSignet> {
      const dataFolder = join(folder.path, name);
      mkdirSync(dataFolder);
      return startSignet(dataFolder, options);
    }

    it('know the same accounts and accept each other’s tokens', async () => {
      const [first, second] = nodes;
      const demo = await signIn(second.web, 'demo', first.password('demo'));
      for (const { gateway } of nodes) {
        expect((await fetch(`${gateway}/demo/hello`, bearer(demo.accessToken))).status).toBe(200);
      }
      const next = await refresh(first.web, demo.cookie);
      expect(next.sessionId).toBe(demo.sessionId);
    });

    it('refuse a token on one after log-out at the other', async () => {
      const [first, second] = nodes;
      const demo = await signIn(first.web, 'demo', first.password('demo'));
      const call = () => fetch(`${second.gateway}/demo/hello`, bearer(demo.accessToken));
      expect((await call()).status).toBe(200);
      await signOut(first.web, demo.cookie);
      await expect.poll(async () => (await call()).status, { timeout: 20_000 }).toBe(401);
      expect(await (await call()).json()).toMatchObject({ code: 'token_revoked' });
      await expect(refresh(second.web, demo.cookie)).rejects.toMatchObject({ code: 'session_ended' });
    });

    it('say both of a revocation that the gateways of both refuse it, and name one that is silent', async () => {
      const [first, second] = nodes;
      const operators = [first, second].map(({ web }) =>
        createClient({
          issuer: web,
          fetch,
          credential: (request) => createOperatorCredential(masterKey, first.web, request, Date.now()),
        }),
      );
      const [operator] = operators;
      const { sequence } = (await operator?.revoke({ jti: 'jti_of_two_nodes' })) ?? { sequence: 0 };
      for (const each of operators) {
        await expect
          .poll(() => each.showRevocation({ sequence }), { timeout: 20_000 })
          .toMatchObject({ everywhere: true, followers: [{ kind: 'gateway' }, { kind: 'gateway' }] });
      }
      const { followers, everywhere } = (await operator?.showRevocation({ sequence: sequence + 1 })) ?? {};
      expect(everywhere).toBe(false);
      expect(new Set(followers?.map(({ node }) => node)).size).toBe(2);
    });
  }),
);
