import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { anAccount, aTotp } from '../ports/examples.ts';
import { createMemoryAudit, createMemorySecondFactors } from '../ports/index.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, password } from '../testing/identity-under-test.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import { addAuthenticator, askFactors, codeNow } from './testing/authenticator.ts';

async function protectedAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const ada = await signIn(test.app);
  const app = await addAuthenticator(test, ada);
  test.pass(30_000);
  return { ...test, ada, ...app };
}

/** A code that is none of the three which are good now. */
function wrongCode(secret: string, now: number): string {
  const good = [-1, 0, 1].map((away) => codeNow(secret, now, away));
  return ['000000', '111111', '222222', '333333'].find((code) => !good.includes(code)) ?? '';
}

describe('who knows the password', () => {
  it('cannot use a code that was used before, also while the app still shows it, nor one of before', async () => {
    const { app, secret, now } = await protectedAda();
    const [before, code] = [codeNow(secret, now(), 0), codeNow(secret, now(), 1)];
    expect((await postLogin(app, { code })).statusCode).toBe(200);
    for (const stale of [code, before]) {
      const response = await postLogin(app, { code: stale });
      expect([response.statusCode, codeOf(response)]).toEqual([401, 'second_factor_wrong']);
    }
  });

  it('gets one session of many that race with one code', async () => {
    const { app, secret, now, recoveryCodes } = await protectedAda();
    for (const code of [codeNow(secret, now()), recoveryCodes[0]]) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => postLogin(app, { code })));
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    }
  });

  it('is slowed after five codes, from whatever addresses and at whatever node they come, the right one included', async () => {
    const test = await protectedAda();
    const { secret, now, pass } = test;
    const nodes = [test, await identityUnderTest({ beside: test })];
    const wrong = wrongCode(secret, now());
    const guess = (turn: number, code = wrong) =>
      postLogin(nodes[turn % 2]?.app ?? test.app, { code }, {}, `198.51.${turn}.9`);
    const codes: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) codes.push(codeOf(await guess(turn)));
    expect(codes.filter((code) => code === 'second_factor_wrong')).toHaveLength(5);
    const right = await guess(9, codeNow(secret, now()));
    expect([right.statusCode, codeOf(right)]).toEqual([429, 'second_factor_throttled']);
    expect(right.headers['retry-after']).toBe('1');
    pass(1000);
    expect((await guess(10, codeNow(secret, now()))).statusCode).toBe(200);
  });

  it('gets no more than a code an hour in the end', async () => {
    const clocks = new ManualClocks();
    const secondFactors = createMemorySecondFactors();
    const account = anAccount();
    const sealer = { seal: () => '', open: () => ({ plain: 'AAAA', current: true }) };
    const admitAll = { kind: 'attempt', succeeded: async () => {}, abandoned: async () => {} } as const;
    const parts = {
      secondFactors,
      factorSealer: sealer,
      codeThrottle: { begin: async () => admitAll },
      wall: clocks.wall,
      audit: createAudit({ audit: createMemoryAudit(), wall: clocks.wall }),
    };
    const totp = aTotp({ accountId: account.id });
    await secondFactors.add(totp, []);
    const given = { account, code: 'no code', from: { address: '203.0.113.1' } };
    let lookedAt = 0;
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const outcome = await checkSecondFactor(totp, given, parts);
      if (outcome.kind === 'denied' && outcome.refusal.code === 'second_factor_wrong') lookedAt += 1;
      clocks.pass(60_000);
    }
    expect(lookedAt).toBeLessThan(40);
  });

  it('cannot slip past by guessing in parallel', async () => {
    const { app, secret, now } = await protectedAda();
    const code = wrongCode(secret, now());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => postLogin(app, { code }, {}, `198.51.${turn}.9`)),
    );
    const looked = answers.filter((answer) => codeOf(answer) === 'second_factor_wrong');
    expect(looked.length).toBeLessThanOrEqual(5);
  });

  it('does not keep the owner out, who has recovery codes', async () => {
    const { app, secret, now, recoveryCodes } = await protectedAda();
    for (let turn = 0; turn < 8; turn += 1) await postLogin(app, { code: wrongCode(secret, now()) });
    expect((await postLogin(app, { code: recoveryCodes[0] })).statusCode).toBe(200);
  });
});

describe('who holds an access token, or found a browser open', () => {
  it.each(['/authenticator', '/authenticator/remove', '/recovery-codes'])(
    'changes nothing at %s without password and code',
    async (path) => {
      const { app, ada, secret, now } = await protectedAda();
      const code = codeNow(secret, now());
      const ask = async (body: object) => codeOf(await askFactors(app, ada, path, body));
      expect(await ask({})).toBe('request_invalid');
      expect(await ask({ password: 'wrong', code })).toBe('credentials_invalid');
      expect(await ask({ password })).toBe('second_factor_required');
      expect(await ask({ password, code: wrongCode(secret, now()) })).toBe('second_factor_wrong');
      expect((await askFactors(app, ada)).json()).toMatchObject({ recoveryCodesLeft: 10 });
    },
  );

  it('guesses at the password no faster than at the sign-in', async () => {
    const test = await identityUnderTest();
    await addAda(test.identity);
    const ada = await signIn(test.app);
    const guess = () => askFactors(test.app, ada, '/authenticator', { password: 'wrong' });
    for (let turn = 0; turn < 10; turn += 1) expect(codeOf(await guess())).toBe('credentials_invalid');
    expect(codeOf(await guess())).toBe('login_throttled');
  });

  it('adds no app by an enrolment of another account, of long ago, or changed', async () => {
    const test = await identityUnderTest();
    await addAda(test.identity);
    await test.identity.accounts.add({ username: 'mallory', password, roles: [], scopes: [] });
    const [ada, mallory] = [await signIn(test.app), await signIn(test.app, { username: 'mallory' })];
    const begun = (await askFactors(test.app, mallory, '/authenticator', { password })).json();
    const confirm = async (person: typeof ada, enrolment: string) => {
      const code = codeNow(begun.secret, test.now());
      return codeOf(await askFactors(test.app, person, '/authenticator/confirm', { enrolment, code }));
    };
    expect(await confirm(ada, begun.enrolment)).toBe('factor_enrolment_over');
    const changed = begun.enrolment.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A'));
    expect(await confirm(mallory, changed)).toBe('factor_enrolment_over');
    expect(await confirm(mallory, ada.accessToken.slice(0, 100))).toBe('factor_enrolment_over');
    test.pass(14 * 60_000 + 60_000);
    const { accessToken } = await signIn(test.app, { username: 'mallory' });
    expect(await confirm({ ...mallory, accessToken }, begun.enrolment)).toBe('factor_enrolment_over');
  });

  it('adds no app by one enrolment twice: the second time there is one', async () => {
    const test = await identityUnderTest();
    await addAda(test.identity);
    const ada = await signIn(test.app);
    const { enrolment, secret } = (await askFactors(test.app, ada, '/authenticator', { password })).json();
    const confirm = () =>
      askFactors(test.app, ada, '/authenticator/confirm', { enrolment, code: codeNow(secret, test.now()) });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('whoever knows the password of a person with an app, and holds a token of theirs', () => {
  it.each([
    ['/auth/password/change', { newPassword: 'walnut bicycle thunder' }],
    ['/auth/email', { email: 'mallory@example.org' }],
  ])('changes nothing at %s without a code', async (url, wanted) => {
    const { app, ada, secret, now } = await protectedAda();
    const ask = (code?: string) =>
      app.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${ada.accessToken}` },
        payload: { password, ...wanted, ...(code === undefined ? {} : { code }) },
      });
    expect(codeOf(await ask())).toBe('second_factor_required');
    expect(codeOf(await ask(wrongCode(secret, now())))).toBe('second_factor_wrong');
    expect((await ask(codeNow(secret, now(), 1))).statusCode).toBe(200);
  });
});

describe('who reads what is stored or logged', () => {
  it('finds no secret, no code and no recovery code', async () => {
    const { app, secret, now, recoveryCodes, stores, log } = await protectedAda();
    const code = codeNow(secret, now());
    await postLogin(app, { code });
    await postLogin(app, { code: recoveryCodes[0] });
    const [account] = await stores.accounts.list();
    const kept = JSON.stringify(account && (await stores.secondFactors.find(account.id)));
    for (const text of [kept, log()]) {
      for (const told of [secret, ...recoveryCodes]) expect(text).not.toContain(told);
    }
    expect(log()).not.toContain(code);
  });

  it('cannot put the seal of one account into the row of another', async () => {
    const test = await protectedAda();
    await test.identity.accounts.add({ username: 'mallory', password, roles: [], scopes: [] });
    const mallory = await addAuthenticator(test, await signIn(test.app, { username: 'mallory' }));
    const { secondFactors, accounts } = test.stores;
    const [ada, other] = [await accounts.findByUsername('ada'), await accounts.findByUsername('mallory')];
    const planted = other && (await secondFactors.find(other.id));
    const own = ada && (await secondFactors.find(ada.id));
    if (ada === undefined || own === undefined || planted === undefined) throw new Error('Nothing is kept.');
    await secondFactors.reseal(ada.id, own.sealedSecret, planted.sealedSecret);
    const response = await postLogin(test.app, { code: codeNow(mallory.secret, test.now(), 1) });
    expect([response.statusCode, response.headers['set-cookie']]).toEqual([500, undefined]);
  });
});
