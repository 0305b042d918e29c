import { accountAudience } from '@signet/contracts';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import { type AppUnderTest, appUnderTest, claimsOf, clients } from '../oidc/testing/app-under-test.ts';
import { identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const orders = 'https://orders.example';
const password = 'a-secret-of-a-service-in-this-test';
const service = {
  ...clients['shop'],
  grants: ['client_credentials'],
  redirectUris: [],
  audiences: [orders],
  secretHashes: [hashClientSecret(password)],
};
const first = 'the-first-secret-of-the-orders-in-this-test';
const second = 'the-second-secret-of-the-orders-in-this-test';
const api = (algorithm: 'HS256' | 'HS512' | 'ES256', audience = orders) => ({
  apis: { orders: { audience, permissions: [], claims: {}, algorithm } },
  roles: {},
});
const reference = { kind: 'env', name: 'ORDERS_SECRET' } as const;

let test: AppUnderTest;
/** What the reference leads to: the newest first. */
let accepted: readonly string[];

beforeEach(async () => {
  accepted = [first];
  test = await appUnderTest({ acceptedSecrets: () => accepted });
  test.declareRights(api('HS256'));
  test.declare({ ...clients, caller: service } as never);
  test.configure({ apiSecrets: { [orders]: reference } });
});
afterEach(() => test.app.close());

function ask(path: string, form: Record<string, string>, app = test.app) {
  return app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`caller:${password}`).toString('base64')}`,
    },
    payload: new URLSearchParams(form).toString(),
  });
}
const askForToken = () => ask('token', { grant_type: 'client_credentials', resource: orders });
const tokenOf = async () => (await askForToken()).json<{ access_token: string }>().access_token;
const isActive = async (token: string, app = test.app) =>
  (await ask('introspect', { token }, app)).json<{ active: boolean }>().active;
const kidOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid as string;

/** What whoever has the secret signs. */
async function mint(secret: string, like: string, changed: object = {}) {
  const key = await importSigningKey({ from: 'secret', secret }, 'HS256');
  if (key.kind === 'refused') return expect.fail(key.refusal.sentence);
  return signToken({ ...claimsOf(like), ...changed }, { key: key.key, type: 'at+jwt' });
}

describe('a secret of an API that the configuration leads to', () => {
  it('signs for it alone, is told to the gateways of the node, and has a name that says nothing of it', async () => {
    const token = await tokenOf();
    expect(claimsOf(token)).toMatchObject({ aud: orders, client_id: 'caller' });
    expect(await isActive(token)).toBe(true);
    expect(await isActive(await mint(first, token))).toBe(true);
    const [believed] = await test.identity.apiSecrets.believed();
    expect([believed?.audience, believed?.reveal(), believed?.kid]).toEqual([orders, first, kidOf(token)]);
    expect(JSON.stringify(believed)).not.toContain(first);
    expect(test.log()).not.toContain(first);
    const other = await identityUnderTest({ beside: test, acceptedSecrets: () => accepted });
    other.declareRights(api('HS256'));
    other.configure({ apiSecrets: { [orders]: reference } });
    expect((await other.identity.apiSecrets.believed()).map(({ kid }) => kid)).toEqual([kidOf(token)]);
    await other.app.close();
  });

  it('is exchanged where it is: the new one signs, both are believed, and the old one no more when that is over', async () => {
    const before = await tokenOf();
    accepted = [second, first];
    const after = await tokenOf();
    expect(kidOf(after)).not.toBe(kidOf(before));
    expect([await isActive(before), await isActive(after)]).toEqual([true, true]);
    expect(await isActive(await mint(second, after))).toBe(true);
    accepted = [second];
    expect([await isActive(before), await isActive(after)]).toEqual([false, true]);
    expect(await isActive(await mint(first, after))).toBe(false);
  });

  it('that is too short for the algorithm signs nothing, and nothing signs in its place', async () => {
    test.declareRights(api('HS512'));
    for (const held of [[first], ['short', first], []]) {
      accepted = held;
      const answer = await askForToken();
      expect([answer.statusCode, answer.json()]).toMatchObject([
        503,
        { code: 'signing_unavailable', variant: 'unfit_secret' },
      ]);
      expect(answer.body).not.toContain(first);
    }
  });

  it('ends those that were made by command, and has none made', async () => {
    test.configure({ apiSecrets: {} });
    const made = await test.identity.keyAdministration.renewSecret('orders', {});
    const token = await tokenOf();
    test.configure({ apiSecrets: { [orders]: reference } });
    expect(await isActive(token)).toBe(false);
    expect(await isActive(await mint(made.secret ?? '', token))).toBe(false);
    expect((await test.identity.apiSecrets.believed()).map((each) => each.reveal())).toEqual([first]);
    await expect(
      test.identity.keyAdministration.renewSecret('orders', { rotate: true }),
    ).rejects.toMatchObject({
      refusal: { code: 'signing_key_in_use', variant: 'referenced' },
    });
  });

  it('is believed for nothing of Signet, and not where the API asks for a published key', async () => {
    const token = await tokenOf();
    const account = accountAudience(issuer);
    test.configure({ apiSecrets: { [orders]: reference, [account]: reference } });
    expect((await test.identity.apiSecrets.believed()).map(({ audience }) => audience)).toEqual([orders]);
    test.declareRights(api('HS256', account));
    expect(await test.identity.apiSecrets.believed()).toEqual([]);
    test.declareRights(api('ES256'));
    expect(await test.identity.apiSecrets.believed()).toEqual([]);
    expect(await isActive(await mint(first, token))).toBe(false);
  });
});
