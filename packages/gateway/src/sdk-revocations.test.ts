import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { RevocationTarget } from '@signet/contracts';
import { createVerifier, nodeGuard, type Verifier } from '@signet/sdk/server';
import { generateKeyPair, type SigningKey } from '@signet/token/keys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

/* What was revoked is refused alike, to the letter, by a gateway and by an app that follows the same log. */

let rig: TestGateway;
let verifier: Verifier;
/** Whether the issuer answers the app. */
let answers = true;
let bell = Promise.withResolvers<void>();
const app = createServer(async (request, response) => {
  const guard = nodeGuard(verifier, { scopes: ['demo:read'] });
  if ((await guard(request, response)) !== undefined) response.end();
});

/** The issuer's `/oauth/revocations`, over the log that the gateway follows. */
async function issuerAnswers(_url: URL, { body, signal }: RequestInit): Promise<Response> {
  const after = Number(new URLSearchParams(String(body)).get('after'));
  const told = () => rig.feed.log.filter(({ sequence }) => sequence > after);
  const stopped = new Promise<never>((_, stop) => {
    signal?.addEventListener('abort', () => stop(signal.reason));
  });
  // Whoever stops between two waits is nobody's business here.
  stopped.catch(() => undefined);
  while (!answers || (told().length === 0 && after > 0)) await Promise.race([bell.promise, stopped]);
  return Response.json({ entries: told(), upTo: rig.feed.log.at(-1)?.sequence ?? 0 });
}

function ring(): void {
  bell.resolve();
  bell = Promise.withResolvers();
}

beforeAll(async () => {
  rig = await TestGateway.start();
  await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  app.closeAllConnections();
  await new Promise((closed) => app.close(closed));
  await rig.close();
});

beforeEach(() => {
  answers = true;
  verifier = createVerifier({
    issuer: rig.issuer.url,
    audience: 'https://api.example',
    clocks: rig.clocks,
    revocations: { clientId: 'orders', secret: 'x', fetch: issuerAnswers },
  });
});
afterEach(() => verifier.close());

async function told(port: number, token: string) {
  const response = await new Promise<import('node:http').IncomingMessage>((answered, failed) => {
    const headers = ['host', 'api.example', 'authorization', `Bearer ${token}`];
    send({ port, path: '/demo/x', host: '127.0.0.1', headers }, answered).on('error', failed).end();
  });
  const body = await textOf(response);
  const { reference: _, ...problem } = response.statusCode === 200 ? {} : JSON.parse(body);
  const { 'www-authenticate': challenge, 'retry-after': retryAfter } = response.headers;
  return { status: response.statusCode ?? 0, challenge, retryAfter, problem };
}

async function both(token: string) {
  return {
    gateway: await told(rig.port, token),
    sdk: await told((app.address() as AddressInfo).port, token),
  };
}

function revoke(target: object): void {
  rig.feed.revoke(target as RevocationTarget, rig.now + 3_600_000, rig.now);
  ring();
}

async function known(): Promise<void> {
  const newest = rig.feed.log.at(-1)?.sequence ?? 0;
  await vi.waitFor(() => {
    expect(verifier.revocationStatus()).toMatchObject({ appliedSequence: newest, age: 0 });
  });
}

/** As time passes, there is news. */
async function heardAfter(milliseconds: number): Promise<void> {
  rig.clocks.pass(milliseconds);
  revoke({ kind: 'token', issuer: rig.issuer.url, jti: `another ${milliseconds}` });
  await known();
}

describe('what was revoked', () => {
  it.each([
    ['a token', { kind: 'token', jti: 'jti-1' }],
    ['a session', { kind: 'session', sid: 'ses-1' }],
    ['a family', { kind: 'family', family: 'fam-1' }],
    ['all of an account up to now', { kind: 'subject', sub: 'usr-1', issuedUpTo: 1_750_000_000 }],
    ['all of a client up to now', { kind: 'client', clientId: 'shop-1', issuedUpTo: 1_750_000_000 }],
    [
      'all of an organisation up to now',
      { kind: 'organization', organization: 'org-1', issuedUpTo: 1_750_000_000 },
    ],
    [
      'what a person gave to an app up to now',
      { kind: 'consent', clientId: 'shop-1', sub: 'usr-1', issuedUpTo: 1_750_000_000 },
    ],
    [
      'what an account has in an organisation up to now',
      { kind: 'organization', organization: 'org-1', sub: 'usr-1', issuedUpTo: 1_750_000_000 },
    ],
  ])('%s is refused alike', async (_, target) => {
    const claims = {
      jti: 'jti-1',
      sid: 'ses-1',
      fam: 'fam-1',
      sub: 'usr-1',
      client_id: 'shop-1',
      org_id: 'org-1',
    };
    const own = Object.fromEntries(
      Object.entries(claims).map(([name, id]) => [name, `${id}-${Object.keys(target).join()}`]),
    );
    const token = await rig.token({ ...own, iat: 1_750_000_000 });
    await known();
    const before = await both(token);
    expect(before.sdk).toEqual(before.gateway);
    expect(before.sdk.status).toBe(200);
    const named = Object.entries(target).map(([name, value]) => {
      const isId = !['kind', 'issuedUpTo'].includes(name);
      return [name, isId ? `${value}-${Object.keys(target).join()}` : value];
    });
    revoke({ ...Object.fromEntries(named), issuer: rig.issuer.url });
    await known();
    const after = await both(token);
    expect(after.sdk).toEqual(after.gateway);
    expect(after.sdk.problem).toMatchObject({ code: 'token_revoked' });
  });

  it.each([
    ['another account in it', { sub: 'usr-b', org_id: 'org-a' }],
    ['the account in another one', { sub: 'usr-a', org_id: 'org-b' }],
    ['the account in none', { sub: 'usr-a' }],
    ['what was issued later', { sub: 'usr-a', org_id: 'org-a', iat: 1_750_000_001 }],
  ])('of an account in an organisation spares %s', async (_, claims) => {
    const target = { kind: 'organization', organization: 'org-a', sub: 'usr-a' };
    revoke({ ...target, issuedUpTo: 1_750_000_000, issuer: rig.issuer.url });
    await known();
    const spared = await both(await rig.token({ iat: 1_750_000_000, ...claims }));
    expect(spared.sdk).toEqual(spared.gateway);
    expect(spared.sdk.status).toBe(200);
  });

  it('of a key refuses all that it signs, whatever time and name that has, also once nobody knows the key', async () => {
    const [own] = rig.issuer.keyPairs;
    const stolen = await generateKeyPair('ES256', 'stolen');
    rig.issuer.keyPairs = [...rig.issuer.keyPairs, stolen];
    const now = rig.now / 1000;
    const { kid: _, ...nameless } = stolen.signing;
    const forge = (claims: object, signing: SigningKey = stolen.signing) =>
      rig.issuer.sign({ now, claims: { ...claims, exp: now + 86_400 }, key: { ...stolen, signing } });
    const forged = await Promise.all([forge({}), forge({ iat: now + 30 }), forge({}, nameless)]);
    await heardAfter(11_000);
    for (const token of forged) {
      // The first with a name that is not known has both look at the issuer again.
      await vi.waitFor(async () => expect((await both(token)).gateway.status).toBe(200));
      await vi.waitFor(async () => expect((await both(token)).sdk.status).toBe(200));
    }
    revoke({ kind: 'key', issuer: rig.issuer.url, kid: 'stolen' });
    await known();
    for (const token of forged) {
      const { gateway, sdk } = await both(token);
      expect(sdk).toEqual(gateway);
      expect(sdk).toMatchObject({ status: 401, problem: { code: 'token_revoked', variant: 'key' } });
    }
    expect((await both(await rig.token())).sdk.status).toBe(200);

    rig.issuer.keyPairs = own === undefined ? [] : [own];
    await heardAfter(9 * 60_000);
    await vi.waitFor(async () => {
      await both(await rig.token());
      expect(verifier.keyStatus().kids).toEqual(['first']);
    });
    const { gateway, sdk } = await both(forged[0] ?? '');
    expect(sdk).toEqual(gateway);
    expect(sdk.problem).toMatchObject({ code: 'token_revoked', variant: 'key' });
    expect((await both(forged[2] ?? '')).sdk.status).toBe(401);
  });

  it('is not asked of a token that is no token: the older refusal comes first', async () => {
    const { gateway, sdk } = await both(await rig.token({ jti: 'jti-1-token', exp: 1 }));
    expect(sdk).toEqual(gateway);
    expect(sdk.problem.code).toBe('token_expired');
  });

  it('counts before what the token may do', async () => {
    revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'without' });
    await known();
    const { gateway, sdk } = await both(await rig.token({ jti: 'without', scope: '' }));
    expect(sdk).toEqual(gateway);
    expect(sdk.problem.code).toBe('token_revoked');
  });
});

describe('without news', () => {
  it('every token is refused before the first, and none is let through by hope', async () => {
    await verifier.close();
    answers = false;
    verifier = createVerifier({
      issuer: rig.issuer.url,
      audience: 'https://api.example',
      clocks: rig.clocks,
      revocations: { clientId: 'orders', secret: 'x', fetch: issuerAnswers },
    });
    const token = await rig.token({ jti: 'fresh' });
    const { sdk } = await both(token);
    expect(sdk).toMatchObject({ status: 503, retryAfter: '1', problem: { code: 'revocation_stale' } });
    answers = true;
    ring();
    await known();
    expect((await both(token)).sdk.status).toBe(200);
  });

  it('for ten seconds tokens are refused, as a gateway refuses them, and good again after the next', async () => {
    await known();
    answers = false;
    const token = await rig.token({ jti: 'fresh' });
    rig.clocks.pass(10_000);
    expect((await both(token)).sdk.status).toBe(200);
    rig.clocks.pass(1_000);
    const { gateway, sdk } = await both(token);
    expect(sdk).toEqual(gateway);
    expect(sdk).toMatchObject({ status: 503, retryAfter: '1', problem: { variant: 'silent' } });
    answers = true;
    revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'another' });
    await known();
    expect((await both(token)).sdk.status).toBe(200);
  });

  it('nothing is known once somebody set the clock, until the log is read anew', async () => {
    revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'gone' });
    await known();
    answers = false;
    rig.clocks.set(-600_000);
    const { sdk } = await both(await rig.token({ jti: 'fresh' }));
    expect(sdk.problem).toMatchObject({ code: 'revocation_stale', variant: 'never_heard' });
    answers = true;
    ring();
    await known();
    rig.clocks.set(600_000);
    ring();
    await known();
    expect((await both(await rig.token({ jti: 'gone' }))).sdk.problem).toMatchObject({
      code: 'token_revoked',
    });
  });
});
