import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../client/index.ts';
import { createVerifier, type Verifier } from './index.ts';

/* A verifier that follows the revocations of a whole Signet. */

const secret = 'q7-a-secret-of-the-test';
const folder = temporaryFolder();
let signet: RunningSignet;
let verifier: Verifier;

beforeAll(async () => {
  signet = await startSignet({ dataFolder: folder.path });
  const hash = createHash('sha256').update(secret).digest('base64url');
  const orders = {
    name: 'Orders',
    type: 'confidential',
    grants: [],
    audiences: [`${signet.web}/oauth/revocations`],
    secrets: [`sha256:${hash}`],
  };
  appendFileSync(join(folder.path, 'signet.yaml'), `\nclients: ${JSON.stringify({ orders })}\n`);
  verifier = createVerifier({
    issuer: signet.web,
    audience: signet.gateway,
    revocations: { clientId: 'orders', secret, follower: 'orders-1' },
  });
  await vi.waitFor(() => expect(verifier.revocationStatus()).toHaveProperty('age'), 30_000);
});

afterAll(async () => {
  await verifier?.close();
  await signet?.stop();
  folder[Symbol.dispose]();
});

describe('a verifier of a real Signet', () => {
  it('has heard of a log-out when that is answered, and refuses the token from then on', async () => {
    const client = createClient({ issuer: signet.web, fetch });
    const { accessToken } = await client.login({ username: 'demo', password: signet.password('demo') });
    const request = { authorization: [`Bearer ${accessToken}`], query: '' };
    expect(await verifier.verify(request)).toMatchObject({ verdict: 'verified' });
    const own = createClient({ issuer: signet.web, fetch, credential: async () => accessToken });
    const { revocationSequence = 0 } = await own.logout();
    expect(revocationSequence).toBeGreaterThan(0);
    // The answer waited for this verifier, which says who it is.
    expect(verifier.revocationStatus()?.appliedSequence).toBeGreaterThanOrEqual(revocationSequence);
    expect(await verifier.verify(request)).toMatchObject({ refusal: { code: 'token_revoked' } });
  });
});
