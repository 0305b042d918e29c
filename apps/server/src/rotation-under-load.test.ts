import { ManualClocks } from '@signet/contracts/testing';
import { createVerifier, type Verifier } from '@signet/sdk/server';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn } from './testing/session.ts';

const folder = temporaryFolder();
const clocks = new ManualClocks();
const publishAhead = 600_000;
let signet: TestSignet;
/** An app that no gateway stands before. */
let app: Verifier;

beforeAll(async () => {
  signet = await startSignet(folder.path, { clocks });
  app = createVerifier({ issuer: signet.web, audience: signet.gateway, clocks });
});

afterAll(async () => {
  await app.close();
  await signet.close();
  folder[Symbol.dispose]();
});

async function call({ accessToken }: SignedIn): Promise<number> {
  return (await fetch(`${signet.gateway}/demo/x`, bearer(accessToken))).status;
}

/** As the app answers: 200 where it believes the token. */
async function callApp({ accessToken }: SignedIn): Promise<number> {
  const { authorization } = bearer(accessToken).headers;
  const belief = await app.verify({ authorization: [authorization], query: '' });
  return belief.verdict === 'refused' ? app.answer(belief.refusal).status : 200;
}

async function rotate({ accessToken }: SignedIn): Promise<unknown> {
  const { authorization } = bearer(accessToken).headers;
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(`${signet.web}/admin/keys/rotation`, { method: 'POST', headers, body: '{}' });
  return response.json();
}

const kidOf = ({ accessToken }: SignedIn): string =>
  JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString()).kid;

/** Five new tokens of one person, each used at once; the caller's last session and all that was answered. */
async function useTokens(session: SignedIn, seen: Map<string, number[]>): Promise<SignedIn> {
  let current = session;
  for (let round = 0; round < 5; round += 1) {
    current = await refresh(signet.web, current.cookie);
    const kid = kidOf(current);
    const answers = await Promise.all([call(current), callApp(current)]);
    seen.set(kid, [...(seen.get(kid) ?? []), ...answers]);
  }
  return current;
}

it('keys rotate three times under load, and neither gateway nor an app with the SDK refuses a token', async () => {
  const { web } = signet;
  const newPassword = 'the-keys-of-this-house-42';
  let admin = await signIn(web, 'admin', signet.password('admin'), { newPassword, audience: `${web}/admin` });
  let people = await Promise.all(
    Array.from({ length: 4 }, () => signIn(web, 'demo', signet.password('demo'))),
  );
  const seen = new Map<string, number[]>();
  const underLoad = async () => {
    const load = people.map((each) => useTokens(each, seen));
    const answer = await rotate(admin);
    people = await Promise.all(load);
    return answer;
  };
  for (let rotation = 0; rotation < 3; rotation += 1) {
    expect(await underLoad()).toMatchObject({ done: 'published' });
    clocks.pass(publishAhead);
    admin = await refresh(web, admin.cookie);
    const held = people[0] as SignedIn;
    // The feed was silent for as long; its next sign of life comes by itself.
    await vi.waitUntil(async () => (await call(held)) === 200, { timeout: 10_000 });
    expect(await underLoad()).toMatchObject({ done: 'activated' });
    expect([await call(held), await callApp(held)]).toEqual([200, 200]);
  }
  expect(seen.size).toBe(4);
  expect([...seen.values()].flat()).toEqual(Array.from({ length: 3 * 2 * 4 * 5 * 2 }, () => 200));
});
