import '@signet/testing/two-localhosts';
import { readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder, twoLocalhosts } from '@signet/testing/machine';
import { openStranger, type Stranger } from '@signet/testing/servers';
import { describeWithStranger } from '@signet/testing/suites';
import { generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunningFile } from './startup/running-file.ts';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, signIn } from './testing/session.ts';

const preload = `--import ${twoLocalhosts}`;

/** Answers as the identity provider at `issuer` would, with keys of the stranger's own. */
async function impostor(issuer: () => string) {
  const pair = await generateKeyPair('ES256', 'of-the-stranger');
  const jwk = { ...(await crypto.subtle.exportKey('jwk', pair.verification.key)), kid: 'of-the-stranger' };
  const answer: RequestListener = ({ url }, response) => {
    const discovery = { issuer: issuer(), jwks_uri: `${issuer()}/.well-known/jwks.json` };
    response.end(JSON.stringify(url?.endsWith('jwks.json') ? { keys: [jwk] } : discovery));
  };
  return { answer, key: pair.signing };
}

describeWithStranger('a stranger on the other address of localhost', () => {
  describe.each([1, 2])('beside %i gateway process(es)', (workers) => {
    const folder = temporaryFolder();
    const environment = process.env['NODE_OPTIONS'];
    let stranger: Stranger;
    let signet: TestSignet;
    let forged: string;

    beforeAll(async () => {
      process.env['NODE_OPTIONS'] = [environment, preload].join(' ');
      let issuer = '';
      const { answer, key } = await impostor(() => issuer);
      stranger = await openStranger(0, answer);
      issuer = `http://localhost:${stranger.port}`;
      signet = await startSignet(folder.path, { flags: { workers: String(workers), issuer } });
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuer, aud: signet.gateway, sub: 'usr_forged', scope: 'demo:read', jti: 'x' };
      forged = await signToken(
        { ...claims, iat: now, exp: now + 600, client_id: 'x' },
        { key, type: 'at+jwt' },
      );
    });

    afterAll(async () => {
      await signet.close();
      await stranger.close();
      if (environment === undefined) delete process.env['NODE_OPTIONS'];
      else process.env['NODE_OPTIONS'] = environment;
      folder[Symbol.dispose]();
    });

    const call = (token: string) => fetch(`${signet.gateway}/demo/hello`, bearer(token));

    it('is not asked for our keys, and what it signs is not believed', async () => {
      const refused = await call(forged);
      expect(await refused.json()).toMatchObject({ code: 'key_unknown' });
      expect(stranger.seen).toEqual([]);
    });

    it('does not keep the gateway from ours', async () => {
      const control = readRunningFile(folder.path)?.control ?? '';
      const demo = await signIn(control, 'demo', signet.password('demo'));
      expect((await call(demo.accessToken)).status).toBe(200);
    });

    it('is not asked after the configuration was swapped either, whatever name an issuer has there', async () => {
      const file = join(folder.path, 'signet.yaml');
      const { web: issuer } = signet;
      const other = `  house: { self: true }\n  again: { discovery: '${issuer}/.well-known/openid-configuration', issuer: '${issuer}', algorithms: [ES256], audience: x }`;
      writeFileSync(file, readFileSync(file, 'utf8').replace('  house: { self: true }', other));
      await signet.configuration.reload();
      expect(signet.configuration.state()).not.toHaveProperty('lastProblem');
      expect((await call(forged)).status).toBe(401);
      expect(stranger.seen).toEqual([]);
    });
  });
});
