import { newId } from '@signet/contracts';
import { digestOfAddress } from '@signet/trust';
import { describe, expect, it } from 'vitest';
import { appUnderTest, signedInToShop } from '../oidc/testing/app-under-test.ts';
import { codeOf, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  password,
} from '../testing/identity-under-test.ts';
import { post } from '../testing/people.ts';

const token = 'a-token-of-ada-that-only-files-may-see';
const files = { name: 'files', url: 'https://files.example/mcp' };
const mail = { name: 'mail', url: 'https://mail.example/mcp' };

type Headers = Record<string, string>;

async function withAda() {
  const under = await identityUnderTest();
  await addAda(under.identity);
  under.takeToolTokens([files, mail]);
  const { accessToken } = await signIn(under.app);
  const id = (await under.accounts.findByUsername('ada'))?.id ?? newId('account');
  return { ...under, id, headers: { authorization: `Bearer ${accessToken}` } };
}

const path = '/auth/account/tool-tokens';
const give = ({ app }: IdentityUnderTest, headers: Headers, body: object = {}) =>
  post(app, path, { server: 'files', token, password, ...body }, { headers });
const list = ({ app }: IdentityUnderTest, headers: Headers) => app.inject({ url: path, headers });
const remove = ({ app }: IdentityUnderTest, headers: Headers, server = 'files') =>
  post(app, `${path}/remove`, { server }, { headers });

/** As a gateway asks that would send it to this address. */
const revealed = ({ identity }: IdentityUnderTest, subject: string, { name, url } = files) =>
  identity.revealToolToken({ server: name, addressDigest: digestOfAddress(url), subject });

describe('a token that a person gives a server of tools', () => {
  it('is told to who asks that server for that person, and to nobody else', async () => {
    const under = await withAda();
    const given = await give(under, under.headers);
    expect(given.json()).toEqual({
      servers: [
        { server: 'files', url: files.url, givenAt: under.now(), state: 'given' },
        { server: 'mail', url: mail.url, state: 'none' },
      ],
    });
    expect(await revealed(under, under.id)).toBe(token);
    await under.identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] });
    const bob = (await under.accounts.findByUsername('bob'))?.id ?? '';
    for (const other of [bob, newId('account'), 'ada', '', `${under.id}/files`])
      expect(await revealed(under, other)).toBeUndefined();
    expect(await revealed(under, under.id, mail)).toBeUndefined();
    expect(await revealed(under, under.id, { ...files, name: 'Files' })).toBeUndefined();
  });

  it('is shown to nobody again, and stands in no log and no store', async () => {
    const under = await withAda();
    const answers = [
      await give(under, under.headers),
      await list(under, under.headers),
      await under.app.inject({ url: '/auth/account/export', headers: under.headers }),
    ];
    expect(answers[2]?.json().toolServers).toEqual([{ server: 'files', givenAt: under.now() }]);
    const { entries } = await under.identity.audit.read({ limit: 10, order: 'newest' });
    const told = entries.find(({ action }) => action === 'account.tool_token_given');
    expect(told).toMatchObject({
      ...{ action: 'account.tool_token_given', actor: { id: under.id }, target: { id: under.id } },
      details: { server: 'files' },
    });
    const kept = await under.stores.toolTokens.of(under.id);
    const all = [...answers.map(({ body }) => body), JSON.stringify([entries, kept]), under.log()];
    for (const each of all) expect(each).not.toContain(token);
    expect(kept).toHaveLength(1);
  });

  it('does not go to another address than the one for which it was given', async () => {
    const under = await withAda();
    await give(under, under.headers);
    const thief = { ...files, url: 'https://thief.example/mcp' };
    // A gateway of another configuration than the one that runs here.
    expect(await revealed(under, under.id, thief)).toBeUndefined();
    // Another address in the configuration itself.
    under.takeToolTokens([thief]);
    expect([await revealed(under, under.id, thief), await revealed(under, under.id)]).toEqual([
      undefined,
      undefined,
    ]);
    expect((await list(under, under.headers)).json().servers).toMatchObject([{ state: 'moved' }]);
    // The server takes none any more.
    under.takeToolTokens([]);
    expect(await revealed(under, under.id)).toBeUndefined();
    expect((await list(under, under.headers)).json().servers).toMatchObject([{ state: 'unused' }]);
    under.takeToolTokens([files]);
    expect(await revealed(under, under.id)).toBe(token);
  });

  it('opens for its person and server alone, whoever moves what is kept', async () => {
    const under = await withAda();
    await under.identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
    const eve = (await under.accounts.findByUsername('eve'))?.id ?? newId('account');
    under.takeToolTokens([files, { ...mail, url: files.url }]);
    await give(under, under.headers);
    const [kept] = await under.stores.toolTokens.of(under.id);
    if (kept === undefined) throw new TypeError('It is kept');
    await under.stores.toolTokens.give({ ...kept, accountId: eve });
    await under.stores.toolTokens.give({ ...kept, server: 'mail' });
    expect(await revealed(under, eve)).toBeUndefined();
    expect(await revealed(under, under.id, { ...files, name: 'mail' })).toBeUndefined();
    const states = (await list(under, under.headers)).json().servers as { state: string }[];
    expect(states.map(({ state }) => state)).toEqual(['given', 'unreadable']);
  });

  it('is given by the person alone, who shows once more that it is them', async () => {
    const under = await withAda();
    expect(codeOf(await give(under, {}))).toBe('token_missing');
    expect(codeOf(await give(under, under.headers, { password: 'wrong wrong wrong' }))).toBe(
      'credentials_invalid',
    );
    expect(codeOf(await give(under, under.headers, { password: undefined }))).toBe('request_invalid');
    const foreign = { ...under.headers, origin: 'https://evil.example' };
    expect(codeOf(await give(under, foreign))).toBe('origin_not_allowed');
    const shop = await appUnderTest();
    shop.takeToolTokens([files]);
    const { access_token: ofApp } = await signedInToShop(shop);
    expect(codeOf(await give(shop, { authorization: `Bearer ${ofApp}` }))).toBe('sign_in_needed');
    expect(await under.stores.toolTokens.of(under.id)).toEqual([]);
  });

  it('is none that would be two headers, none too long, and for no server that takes none', async () => {
    const under = await withAda();
    for (const wrong of [
      'short',
      `${token}\r\nx-admin: 1`,
      `${token} more`,
      'a'.repeat(4097),
      'tökentökentöken',
    ])
      expect(codeOf(await give(under, under.headers, { token: wrong }))).toBe('request_invalid');
    for (const server of ['calendar', 'constructor', '../files'])
      expect((await give(under, under.headers, { server })).statusCode).toBeGreaterThanOrEqual(400);
    expect(codeOf(await give(under, under.headers, { server: 'calendar' }))).toBe('tool_server_unknown');
    expect(await under.stores.toolTokens.of(under.id)).toEqual([]);
  });

  it('is replaced by the next, and gone once it is taken back', async () => {
    const under = await withAda();
    await give(under, under.headers);
    await give(under, under.headers, { token: `${token}-2` });
    expect(await revealed(under, under.id)).toBe(`${token}-2`);
    expect((await remove(under, under.headers)).json().servers[0]).toEqual({
      ...{ server: 'files', url: files.url, state: 'none' },
    });
    expect(await revealed(under, under.id)).toBeUndefined();
    expect(codeOf(await remove(under, under.headers))).toBe('tool_server_unknown');
    const { entries } = await under.identity.audit.read({ limit: 1, order: 'newest' });
    expect(entries[0]).toMatchObject({ action: 'account.tool_token_removed', details: { server: 'files' } });
  });

  it('is gone with the account', async () => {
    const under = await withAda();
    await give(under, under.headers);
    const gone = await post(under.app, '/auth/account/delete', { password }, { headers: under.headers });
    expect(gone.statusCode).toBe(200);
    expect(await revealed(under, under.id)).toBeUndefined();
    expect(await under.stores.toolTokens.of(under.id)).toEqual([]);
  });
});

it('is opened by the master key of before, and by no other', async () => {
  const under = await withAda();
  await give(under, under.headers);
  const before = under.stores.masterKey;
  const next = crypto.getRandomValues(new Uint8Array(32));
  const exchanged = await identityUnderTest({ beside: under, masterKey: next, previousMasterKey: before });
  exchanged.takeToolTokens([files]);
  expect(await revealed(exchanged, under.id)).toBe(token);
  await exchanged.identity.keyAdministration.reseal();
  expect(await revealed(exchanged, under.id)).toBe(token);
  // The node that has the key of before alone.
  expect(await revealed(under, under.id)).toBeUndefined();
});
