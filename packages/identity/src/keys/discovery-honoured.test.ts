import { selfSigned } from '@signet/testing/certificates';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  claimsOf,
  clients,
  codeForm,
  locationOf,
  nativeCallback,
  newCode,
  shopSecret,
  signedInToShop,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { signIn } from '../testing/calls.ts';
import { issuer, password } from '../testing/identity-under-test.ts';
import { assertionType } from '../token-endpoint/read-assertion.ts';
import { certificatePaths } from '../token-endpoint/routes.ts';
import type { DiscoveryDocument } from './discovery.ts';

type Member = keyof DiscoveryDocument;

const certificateOrigin = 'https://localhost:9443';
const always = { from: 0, until: Date.UTC(2100, 0) };
/** What each request of this test is sent with. */
const own = selfSigned({ subject: [['CN', 'robot']], ...always });

let test: AppUnderTest;
let document: DiscoveryDocument;
/** Claims of the logout tokens that were sent. */
const told: Readonly<Record<string, unknown>>[] = [];

/** Signs in to an app that wants to be told, and logs out; answers what it was told. */
async function toldOfLogout() {
  const backchannelLogoutUri = 'https://shop.example/told';
  test.declare({ ...clients, shop: { ...clients['shop'], backchannelLogoutUri } } as never);
  const { id_token } = await signedInToShop(test);
  const hint = new URLSearchParams({ id_token_hint: id_token });
  await test.browser.send('GET', `/oauth/logout?${hint}`);
  await test.identity.tellApps();
  return { told, sid: claimsOf(id_token)['sid'] };
}

beforeEach(async () => {
  told.length = 0;
  const sendForm = async (_url: string, form: Readonly<Record<string, string>>) => {
    told.push(claimsOf(form['logout_token'] ?? ''));
    return 200;
  };
  const presented = () => ({ der: own.der, trusted: true });
  test = await appUnderTest({ sendForm, certificateDoor: { origin: certificateOrigin, presented } });
  test.configure({ clientRegistration: 'token' });
  document = (await test.app.inject({ url: '/.well-known/openid-configuration' })).json();
});
afterEach(() => test.app.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const basic = { authorization: `Basic ${Buffer.from(`shop:${shopSecret}`).toString('base64')}` };
const pathOf = (address: string) => {
  expect(address.startsWith(`${issuer}/`)).toBe(true);
  return address.slice(issuer.length);
};
const errorAt = async (changed: Record<string, string>) => {
  const { search, hash } = locationOf(await test.browser.send('GET', authorizeUrl(changed)));
  return new URLSearchParams(search || hash.slice(1)).get('error');
};

/** How each way to prove a client goes; what a document names and this does not know fails. */
const proofs: Record<string, { headers?: Record<string, string>; form?: Record<string, string> }> = {
  client_secret_basic: { headers: basic },
  client_secret_post: { form: { client_id: 'shop', client_secret: shopSecret } },
  none: { form: { client_id: 'phone' } },
  tls_client_auth: { form: { client_id: 'named' } },
  self_signed_tls_client_auth: { form: { client_id: 'pinned' } },
};

/** Declares a client with a key of this algorithm; answers what proves it. */
async function assertionForm(algorithm: string): Promise<Record<string, string>> {
  const own = await generateKeyPair(algorithm as 'ES256');
  const publicKeys = [JSON.stringify(await exportPublicJwk(own.verification))];
  const robot = { ...clients['shop'], secretHashes: [], publicKeys, grants: ['client_credentials'] };
  test.declare({ ...clients, robot } as never);
  const claims = { iss: 'robot', sub: 'robot', aud: issuer, exp: test.now() / 1000 + 60, jti: algorithm };
  const client_assertion = await signToken(claims, { key: own.signing, type: 'JWT' });
  return { client_assertion, client_assertion_type: assertionType };
}

/** That endpoint, asked by every way that it names: none is turned away for its proof. */
async function takesProofs(address: string, methods: readonly string[], asked: Record<string, string>) {
  const service = { ...clients['shop'], secretHashes: [] };
  test.declare({
    ...clients,
    named: { ...service, certificate: { subject: 'CN=robot' } },
    pinned: { ...service, certificate: { pinned: [own.thumbprint] } },
  } as never);
  for (const method of methods.toSorted((one) => (one === 'private_key_jwt' ? 1 : -1))) {
    const proof = method === 'private_key_jwt' ? { form: await assertionForm('ES256') } : proofs[method];
    expect(proof, method).toBeDefined();
    const payload = new URLSearchParams({ ...asked, ...proof?.form }).toString();
    const headers = { ...form, ...proof?.headers };
    const answer = await test.app.inject({ method: 'POST', url: pathOf(address), headers, payload });
    expect([method, answer.json().error]).not.toEqual([method, 'invalid_client']);
  }
}

/** A key of each proves its client; none is of a secret that both sides know. */
async function takesAlgorithms(algorithms: readonly string[]) {
  for (const algorithm of algorithms) {
    const asked = { grant_type: 'client_credentials', ...(await assertionForm(algorithm)) };
    expect([algorithm, (await askForTokens(test.app, asked, {})).statusCode]).toEqual([algorithm, 200]);
  }
  expect(algorithms.filter((algorithm) => /^HS|none/.test(algorithm))).toEqual([]);
}

const served = (methods: readonly ('GET' | 'POST')[]) => async (address: unknown) => {
  for (const method of methods) {
    const url = pathOf(String(address));
    expect([method, url, test.app.hasRoute({ method, url })]).toEqual([method, url, true]);
  }
};

/** Of each member, what makes it true. One that is added without a row here does not compile. */
const honoured: { readonly [Each in Member]: (value: DiscoveryDocument[Each]) => Promise<void> } = {
  async issuer(value) {
    expect(claimsOf((await signedInToShop(test)).id_token)['iss']).toBe(value);
  },
  jwks_uri: served(['GET']),
  authorization_endpoint: served(['GET', 'POST']),
  token_endpoint: served(['POST']),
  userinfo_endpoint: served(['GET', 'POST']),
  end_session_endpoint: served(['GET', 'POST']),
  device_authorization_endpoint: served(['POST']),
  registration_endpoint: served(['POST']),
  pushed_authorization_request_endpoint: served(['POST']),
  async require_pushed_authorization_requests() {
    expect(await newCode(test.browser)).not.toBe('');
  },
  introspection_endpoint: served(['POST']),
  introspection_endpoint_auth_signing_alg_values_supported: takesAlgorithms,
  revocation_endpoint_auth_signing_alg_values_supported: takesAlgorithms,
  token_endpoint_auth_signing_alg_values_supported: takesAlgorithms,
  introspection_endpoint_auth_methods_supported: (methods) =>
    takesProofs(document.introspection_endpoint, methods, { token: 'x' }),
  revocation_endpoint: served(['POST']),
  signet_revocations_endpoint: served(['POST']),
  revocation_endpoint_auth_methods_supported: (methods) =>
    takesProofs(document.revocation_endpoint, methods, { token: 'x' }),
  token_endpoint_auth_methods_supported: (methods) =>
    takesProofs(document.token_endpoint, methods, { grant_type: 'refresh_token', refresh_token: 'x' }),
  async scopes_supported(scopes) {
    expect(await errorAt({ scope: scopes.join(' '), prompt: 'none' })).toBe('login_required');
  },
  async acr_values_supported(values) {
    expect(claimsOf((await signedInToShop(test)).id_token)['acr']).toBe(values[0]);
    const ada = await signIn(test.app);
    const { secret } = await addAuthenticator(test, ada);
    test.pass(30_000);
    const payload = { username: 'ada', password, code: codeNow(secret, test.now()) };
    const started = await test.browser.send('GET', authorizeUrl({ acr_values: values[1] }));
    const { accessToken } = (await test.browser.send('POST', '/auth/login', { payload })).json();
    const back = await answerAt(test.browser, uidOf(started), accessToken);
    const code = locationOf(back).searchParams.get('code') ?? '';
    const { id_token } = (await askForTokens(test.app, codeForm(code))).json();
    expect(claimsOf(id_token)['acr']).toBe(values[1]);
  },
  async claims_supported(claims) {
    const { id_token, access_token } = await signedInToShop(test);
    const headers = { authorization: `Bearer ${access_token}` };
    const told = (await test.app.inject({ url: pathOf(document.userinfo_endpoint), headers })).json();
    expect(Object.keys({ ...claimsOf(id_token), ...told })).toEqual(expect.arrayContaining([...claims]));
  },
  async response_types_supported(types) {
    expect(types).toEqual(['code']);
    expect(await newCode(test.browser, { response_type: 'code' })).not.toBe('');
    for (const other of ['token', 'id_token', 'code id_token'])
      expect(await errorAt({ response_type: other })).toBe('unsupported_response_type');
  },
  async response_modes_supported(modes) {
    await newCode(test.browser);
    for (const mode of modes) {
      const back = locationOf(await test.browser.send('GET', authorizeUrl({ response_mode: mode })));
      expect([mode, `${back.search}${back.hash}`]).toEqual([mode, expect.stringContaining('code=')]);
      expect(mode === 'query' ? back.hash : back.search).toBe('');
    }
  },
  async grant_types_supported(grants) {
    const none = await askForTokens(test.app, { grant_type: 'one-that-is-not-here' });
    expect(none.json().error).toBe('unsupported_grant_type');
    for (const grant_type of grants)
      expect((await askForTokens(test.app, { grant_type })).json().error).not.toBe('unsupported_grant_type');
  },
  async code_challenge_methods_supported(methods) {
    for (const method of methods)
      expect(await newCode(test.browser, { code_challenge_method: method })).not.toBe('');
    expect(await errorAt({ code_challenge_method: 'plain' })).toBe('invalid_request');
  },
  async tls_client_certificate_bound_access_tokens() {
    test.declare({ ...clients, shop: { ...clients['shop'], certificateBound: true } } as never);
    const { access_token } = await signedInToShop(test);
    expect(claimsOf(access_token)['cnf']).toEqual({ 'x5t#S256': own.thumbprint });
  },
  async mtls_endpoint_aliases(aliases = {}) {
    for (const [name, address] of Object.entries(aliases)) {
      const path = address.slice(certificateOrigin.length);
      expect([name, address]).toEqual([name, certificateOrigin + path]);
      expect(issuer + path).toBe(document[name as Member]);
      expect(certificatePaths).toContain(path);
    }
    expect(Object.keys(aliases)).toHaveLength(certificatePaths.length);
  },
  async dpop_signing_alg_values_supported(algorithms) {
    const grant = { grant_type: 'refresh_token', refresh_token: 'x' };
    for (const algorithm of algorithms) {
      const pair = await generateKeyPair(algorithm as 'ES256');
      const header = { jwk: await exportPublicJwk(pair.verification) };
      const told = await askForTokens(test.app, grant, { ...basic, dpop: 'none' });
      const nonce = told.headers['dpop-nonce'];
      const claims = { htm: 'POST', htu: document.token_endpoint, iat: test.now() / 1000, jti: 'x', nonce };
      const dpop = await signToken(claims, { key: pair.signing, type: 'dpop+jwt', header });
      const answer = await askForTokens(test.app, grant, { ...basic, dpop });
      expect([algorithm, answer.json().code]).toEqual([algorithm, 'refresh_token_invalid']);
    }
  },
  async subject_types_supported() {
    const own = claimsOf((await signedInToShop(test)).id_token)['sub'];
    const changed = { client_id: 'phone', redirect_uri: nativeCallback };
    const code = codeForm(await newCode(test.browser, changed), changed);
    const other = (await askForTokens(test.app, code, {})).json();
    expect(claimsOf(other.id_token)['sub']).toBe(own);
  },
  async id_token_signing_alg_values_supported(algorithms) {
    const head = (await signedInToShop(test)).id_token.split('.')[0] ?? '';
    expect(algorithms).toContain(JSON.parse(Buffer.from(head, 'base64url').toString()).alg);
  },
  async prompt_values_supported(prompts) {
    await newCode(test.browser);
    test.declare({ ...clients, shop: { ...clients['shop'], organizations: 'optional' } } as never);
    const account = (await test.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
    await test.identity.organizationAdministration.add({ name: 'acme', displayName: 'Acme' });
    await test.identity.organizationAdministration.addMember('acme', { account, roles: [] });
    for (const prompt of prompts) {
      const answer = locationOf(await test.browser.send('GET', authorizeUrl({ prompt })));
      if (prompt === 'none') expect(answer.searchParams.get('code')).not.toBeNull();
      else expect([prompt, answer.pathname]).toEqual([prompt, expect.stringMatching(/^\/signin\//)]);
    }
    expect(await errorAt({ prompt: 'create' })).toBe('invalid_request');
  },
  async backchannel_logout_supported() {
    expect((await toldOfLogout()).told).toHaveLength(1);
  },
  async backchannel_logout_session_supported() {
    const { told: claims, sid } = await toldOfLogout();
    expect(claims).toMatchObject([{ sid }]);
  },
  async authorization_response_iss_parameter_supported() {
    const refused = await test.browser.send('GET', authorizeUrl({ prompt: 'none' }));
    expect(locationOf(refused).searchParams.get('iss')).toBe(issuer);
  },
  async claims_parameter_supported() {
    const asked = JSON.stringify({ id_token: { preferred_username: { essential: true } } });
    const code = await newCode(test.browser, { claims: asked, scope: 'openid' });
    const { id_token } = (await askForTokens(test.app, codeForm(code))).json();
    expect(claimsOf(id_token)).not.toHaveProperty('preferred_username');
  },
  async request_parameter_supported() {
    expect(await errorAt({ request: 'e30.e30.' })).toBe('request_not_supported');
  },
  async request_uri_parameter_supported() {
    expect(await errorAt({ request_uri: 'https://shop.example/request' })).toBe('request_uri_not_supported');
  },
};

it.each(Object.keys(honoured) as Member[])('what the discovery document says of %s is so', async (member) => {
  expect(document[member]).toBeDefined();
  await honoured[member](document[member] as never);
});

it('the discovery document says nothing else', () => {
  expect(Object.keys(document).sort()).toEqual(Object.keys(honoured).sort());
});

it('every endpoint below /oauth is named there', () => {
  const named = Object.values(document)
    .filter((value) => typeof value === 'string')
    .map((value) => value.slice(issuer.length));
  const paths = pathsBelow(test.app.printRoutes({ commonPrefix: false }), '/oauth');
  const endpoints = paths.filter((path) => /^\/oauth\/[^/.]+$/.test(path));
  expect(endpoints.sort()).toEqual(named.filter((path) => path.startsWith('/oauth/')).sort());
});

/** What Fastify draws as a tree, as paths. */
function pathsBelow(drawn: string, folder: string): readonly string[] {
  const stack: string[] = [];
  const paths = new Set<string>();
  for (const line of drawn.split('\n')) {
    const [, before = '', part = '', methods] = /^([│├└─ ]*)(\S+)(?: \((.+)\))?/.exec(line) ?? [];
    const depth = before.length / 4;
    stack.splice(depth - 1, stack.length, part);
    const path = stack.join('').replaceAll('//', '/');
    if (methods !== undefined && path.startsWith(`${folder}/`) && !path.includes('*')) paths.add(path);
  }
  return [...paths];
}
