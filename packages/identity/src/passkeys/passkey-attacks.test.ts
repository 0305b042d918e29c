import { describe, expect, it } from 'vitest';
import { codeOf, postLogin, type SignedInCaller, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, password } from '../testing/identity-under-test.ts';
import { mostPasskeys } from './own-passkeys.ts';
import { type Misdeed, softPasskey } from './testing/authenticator.ts';
import { addPasskey, ask, beginAdding, challenge, confirm, enterBy } from './testing/ceremonies.ts';

async function people() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  await test.identity.accounts.add({ username: 'mallory', password, roles: [], scopes: [] });
  const [ada, mallory] = [await signIn(test.app), await signIn(test.app, { username: 'mallory' })];
  return { ...test, ada, mallory };
}

async function adaWithPasskey() {
  const test = await people();
  return { ...test, ...(await addPasskey(test.app, test.ada)) };
}

function why(response: { json(): { code: string; variant?: string } }): string {
  const { code, variant } = response.json();
  return `${code}.${variant}`;
}

describe('an assertion that somebody else took', () => {
  it('opens nothing a second time, also not of many that come at once', async () => {
    const { app, soft } = await adaWithPasskey();
    const { options, cookie } = await challenge(app);
    const passkey = soft.get(options);
    const send = () => ask(app, '/auth/login/passkey', { passkey }, { cookie });
    const answers = await Promise.all(Array.from({ length: 5 }, send));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(why(await send())).toBe('passkey_refused.over');
    const beside = await postLogin(app, { passkey }, { cookie });
    expect(why(beside)).toBe('passkey_refused.over');
  });

  it('is none of a browser that was not asked, nor of one that holds nothing, or two things', async () => {
    const { app, soft } = await adaWithPasskey();
    const [asked, other] = [await challenge(app), await challenge(app)];
    for (const cookie of [other.cookie, '', `${asked.cookie}; ${asked.cookie}`, `${asked.cookie}x`]) {
      expect(why(await enterBy(app, soft, {}, { ...asked, cookie }))).toBe('passkey_refused.over');
    }
    expect((await enterBy(app, soft, {}, asked)).statusCode).toBe(200);
  });

  it('is good for 30 minutes', async () => {
    const { app, soft, pass } = await adaWithPasskey();
    const given = await challenge(app);
    pass(30 * 60_000);
    expect(why(await enterBy(app, soft, {}, given))).toBe('passkey_refused.over');
  });

  it('answers no challenge that was made up, changed, or made for something else', async () => {
    const { app, soft, ada } = await adaWithPasskey();
    const given = await challenge(app);
    const { accessToken } = ada;
    const bytes = Buffer.from(given.options.challenge, 'base64url');
    const later = Buffer.from(bytes);
    later.writeUIntBE(later.readUIntBE(16, 6) + 1, 16, 6);
    const proof = await challenge(app);
    const adding = await beginAdding(
      app,
      { accessToken },
      { password, passkey: soft.get(proof.options) },
      proof.cookie,
    );
    for (const other of [
      Buffer.alloc(54).toString('base64url'),
      later.toString('base64url'),
      `${given.options.challenge}A`,
      `${given.options.challenge}=`,
      adding.options.challenge,
      '',
    ]) {
      const options = { ...given.options, challenge: other };
      const cookie = other === adding.options.challenge ? adding.cookie : given.cookie;
      expect(why(await enterBy(app, soft, {}, { options, cookie }))).toBe('passkey_refused.over');
    }
  });

  it.each<readonly [string, Misdeed]>([
    ['another origin', { origin: 'https://localhost.evil.example' }],
    ['the same host on another port', { origin: 'http://localhost:9001' }],
    ['a frame of another site', { crossOrigin: true }],
    ['another relying party', { rpId: 'evil.example' }],
    ['the making of a passkey', { type: 'webauthn.create' }],
    ['a device that did not check the person', { unverified: true }],
    ['another account', { userHandle: Buffer.from('usr_other').toString('base64url') }],
    ['a device that turned into a synced one', { backupEligible: true }],
  ])('is refused of %s', async (_what, misdeed) => {
    const { app, soft } = await adaWithPasskey();
    expect(why(await enterBy(app, soft, misdeed))).toBe('passkey_refused.wrong');
    expect((await enterBy(app, soft)).statusCode).toBe(200);
  });

  it('is refused with the signature of another key', async () => {
    const { app, soft } = await adaWithPasskey();
    const { options, cookie } = await challenge(app);
    const other = softPasskey();
    const passkey = { ...other.get(options), id: soft.id };
    expect(why(await ask(app, '/auth/login/passkey', { passkey }, { cookie }))).toBe('passkey_refused.wrong');
    expect(why(await enterBy(app, other))).toBe('passkey_refused.unknown');
  });
});

describe('a copy of a passkey', () => {
  it('is found by its counter, and told to the audit log', async () => {
    const { app, soft, stores } = await adaWithPasskey();
    expect((await enterBy(app, soft, { counter: 9 })).statusCode).toBe(200);
    for (const counter of [9, 8, 0]) {
      expect(why(await enterBy(app, soft, { counter }))).toBe('passkey_refused.copied');
    }
    const told = await stores.audit.read({ limit: 100, order: 'oldest', action: 'account.passkey_copied' });
    expect(told).toHaveLength(3);
    expect((await enterBy(app, soft, { counter: 10 })).statusCode).toBe(200);
  });
});

describe('somebody with a passkey of their own', () => {
  it('gets into no other account with its password', async () => {
    const { app, mallory } = await adaWithPasskey();
    const { soft } = await addPasskey(app, mallory);
    const { options, cookie } = await challenge(app);
    const response = await postLogin(app, { passkey: soft.get(options) }, { cookie });
    expect(why(response)).toBe('passkey_refused.other');
  });

  it('cannot have one that another account has, and names and removes none of it', async () => {
    const { app, mallory, soft, passkey } = await adaWithPasskey();
    const given = await beginAdding(app, mallory);
    expect(why(await confirm(app, mallory, given, { passkey: soft }))).toBe('passkey_not_added.exists');
    const { accessToken } = mallory;
    for (const [path, body] of [
      ['name', { name: 'Mine' }],
      ['remove', { password }],
    ] as const) {
      const response = await ask(app, `/auth/factors/passkeys/${passkey.id}/${path}`, body, { accessToken });
      expect([response.statusCode, codeOf(response)]).toEqual([404, 'passkey_unknown']);
    }
    expect((await enterBy(app, soft)).statusCode).toBe(200);
  });

  it('does not get in once the account is disabled', async () => {
    const { app, soft, accounts } = await adaWithPasskey();
    const account = await accounts.findByUsername('ada');
    if (account === undefined) throw new Error('ada is gone.');
    await accounts.change(account, { ...account, disabled: true });
    expect(codeOf(await enterBy(app, soft))).toBe('account_disabled');
  });
});

describe('who holds a token, or found the browser open', () => {
  const add = async (app: Parameters<typeof ask>[0], { accessToken }: SignedInCaller, proof: object) =>
    codeOf(await ask(app, '/auth/factors/passkeys', proof, { accessToken }));

  it('adds no passkey without the password and the second factor', async () => {
    const { app, ada } = await adaWithPasskey();
    expect(await add(app, ada, { password: 'wrong' })).toBe('credentials_invalid');
    expect(await add(app, ada, { password })).toBe('second_factor_required');
    expect(await add(app, ada, { password, code: 'k3wm-0v7x-92hd-qnpz' })).toBe('second_factor_wrong');
  });

  it('confirms none that was begun for another account, in another browser, or before', async () => {
    const { app, ada, mallory } = await people();
    const given = await beginAdding(app, ada);
    const other = await beginAdding(app, ada);
    const passkey = softPasskey();
    expect(why(await confirm(app, mallory, given, { passkey }))).toBe('passkey_not_added.over');
    const elsewhere = { options: given.options, cookie: other.cookie };
    expect(why(await confirm(app, ada, elsewhere, { passkey }))).toBe('passkey_not_added.over');
    const forSignIn = await challenge(app);
    const swapped = { options: { ...given.options, ...forSignIn.options }, cookie: forSignIn.cookie };
    expect(why(await confirm(app, ada, swapped, { passkey }))).toBe('passkey_not_added.over');
    expect((await confirm(app, ada, given, { passkey })).statusCode).toBe(200);
    const again = await confirm(app, ada, given, { passkey: softPasskey() });
    expect(why(again)).toBe('passkey_not_added.over');
  });
});

describe('what is made as a passkey', () => {
  it.each<readonly [string, Misdeed]>([
    ['for another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['as an answer to a sign-in', { type: 'webauthn.get' }],
    ['without checking the person', { unverified: true }],
    ['with a key of an algorithm that was not offered', { alg: -65_535 }],
    ['with a key that is of another kind than its algorithm says', { alg: -8, fmt: 'packed' }],
    ['with an attestation of a maker', { fmt: 'tpm' }],
    ['with a statement where none was promised', { attStmt: 'a163616c6726' }],
    // {"alg": -7, "sig": h'00', "x5c": [h'00']}: nothing is to read certificates, which name addresses to fetch.
    ['with certificates', { fmt: 'packed', attStmt: 'a363616c672663736967410063783563814100' }],
  ])('is refused %s', async (_what, misdeed) => {
    const { app, ada } = await people();
    const given = await beginAdding(app, ada);
    const response = await confirm(app, ada, given, { passkey: softPasskey(), misdeed });
    expect([response.statusCode, why(response)]).toEqual([400, 'passkey_not_added.wrong']);
    expect((await confirm(app, ada, given, { passkey: softPasskey() })).statusCode).toBe(200);
  });

  it('is refused where it is no CBOR, or under another name than its own', async () => {
    const { app, ada } = await people();
    const given = await beginAdding(app, ada);
    const made = softPasskey().create(given.options);
    const broken = { ...made, response: { ...made.response, attestationObject: 'AAAA' } };
    for (const credential of [broken, { ...made, id: softPasskey().id }]) {
      const body = { credential, name: 'Phone' };
      const sent = await ask(app, '/auth/factors/passkeys/confirm', body, { ...ada, cookie: given.cookie });
      expect(why(sent)).toBe('passkey_not_added.wrong');
    }
  });

  it('is bounded in number, in size and in name', async () => {
    const { app, ada, stores, accounts } = await people();
    const accountId = (await accounts.findByUsername('ada'))?.id;
    if (accountId === undefined) throw new Error('ada is gone.');
    const given = await beginAdding(app, ada);
    const { passkey } = await addPasskey(app, ada);
    const [stored] = await stores.passkeys.ofAccount(accountId);
    if (stored === undefined) throw new Error('Nothing was added.');
    for (let place = 1; place < mostPasskeys; place += 1) {
      const id = `${passkey.id}${place}` as typeof passkey.id;
      await stores.passkeys.add({ ...stored, id, credentialId: `c${place}` }, mostPasskeys);
    }
    expect(why(await confirm(app, ada, given, { passkey: softPasskey() }))).toBe('passkey_not_added.full');
    const made = softPasskey().create(given.options);
    const big = { ...made, response: { ...made.response, attestationObject: 'A'.repeat(8193) } };
    const { accessToken } = ada;
    for (const body of [
      { credential: big, name: 'Phone' },
      { credential: { ...made, id: 'A'.repeat(1365) }, name: 'Phone' },
      { credential: made, name: 'x'.repeat(65) },
      { credential: made, name: '\u202eenohP' },
      { credential: made, name: '  ' },
    ]) {
      const response = await ask(app, '/auth/factors/passkeys/confirm', body, { accessToken });
      expect([response.statusCode, codeOf(response)]).toEqual([400, 'request_invalid']);
    }
  });
});

describe('asking for challenges', () => {
  it('keeps nothing, however many come', async () => {
    const { app, stores, now } = await people();
    for (let turn = 0; turn < 50; turn += 1) await challenge(app);
    expect(await stores.protocol.forget(now() + 365 * 24 * 60 * 60_000, 1000)).toBe(0);
  });

  it('lets pages that are open in one browser stand beside each other', async () => {
    const { app, soft } = await adaWithPasskey();
    const first = await challenge(app);
    const second = await challenge(app, first.cookie);
    expect(second.cookie).toBe(first.cookie);
    for (const given of [first, second]) expect((await enterBy(app, soft, {}, given)).statusCode).toBe(200);
  });
});
