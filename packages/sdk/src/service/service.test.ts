import { newId, refusal, toProblem } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { exportPrivateJwk, generateKeyPair, thumbprint } from '@signet/token/keys';
import { verifyToken } from '@signet/token/verify';
import { describe, expect, it } from 'vitest';
import { AnswerNotUnderstood, createService, RefusedByServer, type ServiceOptions } from './index.ts';

const issuer = 'https://login.example';

interface Asked {
  readonly url: string;
  readonly headers: Headers;
  readonly form: URLSearchParams;
}

type Answer = (asked: Asked, count: number) => Response | Promise<Response>;

function granted(access_token: string, more: object = {}): Response {
  return Response.json({ access_token, token_type: 'Bearer', expires_in: 900, scope: 'a b', ...more });
}

function refused(
  code: 'client_invalid.wrong' | 'subject_token_invalid.unknown' | 'dpop_nonce_needed',
): Response {
  const problem = toProblem(refusal(code), { reference: newId('reference'), issuer });
  const headers = { 'dpop-nonce': 'n-1' };
  return Response.json({ error: 'x', ...problem }, { status: 400, headers });
}

/** A service, and all that its server was asked; by default each token is another one. */
function serviceWith(
  answer: Answer = (_, count) => granted(`token-${count}`),
  options: Partial<ServiceOptions> = {},
) {
  const asked: Asked[] = [];
  const clocks = new ManualClocks();
  const fetch = async (url: URL, init: RequestInit) => {
    const one = {
      url: url.href,
      headers: new Headers(init.headers),
      form: new URLSearchParams(typeof init.body === 'string' ? init.body : ''),
    };
    return answer(one, asked.push(one));
  };
  const parts = { issuer, clientId: 'front', secret: 'a secret', fetch, clocks };
  return { service: createService({ ...parts, ...options } as ServiceOptions), asked, clocks };
}

describe('a token for a service itself', () => {
  it('is asked for by Basic, form-encoded, and for what is wished', async () => {
    const { service, asked } = serviceWith(undefined, { clientId: 'fr:nt', secret: 'pä ss+%' });
    const token = await service.token({ resource: 'https://orders.example', scopes: ['a', 'b'] });
    expect(token).toMatchObject({ accessToken: 'token-1', tokenType: 'Bearer', scopes: ['a', 'b'] });
    expect(asked[0]?.url).toBe(`${issuer}/oauth/token`);
    expect(atob(asked[0]?.headers.get('authorization')?.slice(6) ?? '')).toBe('fr%3Ant:p%C3%A4+ss%2B%25');
    expect([...(asked[0]?.form ?? [])]).toEqual([
      ['grant_type', 'client_credentials'],
      ['resource', 'https://orders.example'],
      ['scope', 'a b'],
    ]);
  });

  it('takes a secret that changes, asked for each time', async () => {
    let secret = 'old';
    const { service, asked, clocks } = serviceWith(undefined, { secret: async () => secret });
    await service.token();
    secret = 'new';
    clocks.pass(900_000);
    await service.token();
    expect(asked.map(({ headers }) => atob(headers.get('authorization')?.slice(6) ?? ''))).toEqual([
      'front:old',
      'front:new',
    ]);
  });

  it('is proved by a key: an assertion for this Signet, for a minute, another one each time', async () => {
    const { signing, verification } = await generateKeyPair('ES256', 'key-1');
    const privateKey = await exportPrivateJwk(signing);
    const clocks = new ManualClocks();
    const forms: URLSearchParams[] = [];
    const keyed = createService({
      issuer,
      clientId: 'front',
      privateKey,
      clocks,
      fetch: async (_, { body, headers }) => {
        forms.push(new URLSearchParams(String(body)));
        expect(new Headers(headers).has('authorization')).toBe(false);
        return granted('x');
      },
    });
    await keyed.token();
    await keyed.token({ scopes: ['a'] });
    const policy = { keys: [verification], issuers: ['front'], audiences: [issuer] };
    const ids = new Set<unknown>();
    for (const form of forms) {
      const now = clocks.wall() / 1000;
      const verdict = await verifyToken(form.get('client_assertion') ?? '', { ...policy, now, clockSkew: 0 });
      expect(verdict).toMatchObject({
        verdict: 'verified',
        token: { claims: { sub: 'front', exp: now + 60 } },
      });
      ids.add(verdict.verdict === 'verified' && verdict.token.claims['jti']);
    }
    expect(ids.size).toBe(2);
  });

  it('is not asked for with a key that is none, and the error shows nothing of it', async () => {
    const made = createService({
      issuer,
      clientId: 'front',
      privateKey: 'hunter2',
      fetch: async () => granted('x'),
    });
    const error = await made.token().catch((each: unknown) => each);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain('hunter2');
  });

  it('is asked for once by any number at a time, and kept until shortly before it expires', async () => {
    const { service, asked, clocks } = serviceWith();
    const all = await Promise.all(Array.from({ length: 50 }, () => service.token()));
    expect(new Set(all.map(({ accessToken }) => accessToken))).toEqual(new Set(['token-1']));
    clocks.pass(869_000);
    expect((await service.token()).accessToken).toBe('token-1');
    clocks.pass(1_000);
    expect((await service.token()).accessToken).toBe('token-2');
    expect(asked).toHaveLength(2);
  });

  it('lives from when it was asked for, not from when the answer came', async () => {
    const clocks = new ManualClocks();
    const { service } = serviceWith(
      (_, count) => {
        clocks.pass(count === 1 ? 880_000 : 0);
        return granted(`token-${count}`);
      },
      { clocks },
    );
    await service.token();
    expect((await service.token()).accessToken).toBe('token-2');
  });

  it('is not the one that was asked for with other scopes or for another API', async () => {
    const { service } = serviceWith();
    const wishes = [{}, { scopes: [] }, { scopes: ['a'] }, { resource: 'a' }, { scopes: ['a', 'b'] }];
    const tokens = await Promise.all(wishes.map((wish) => service.token(wish)));
    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(wishes.length);
    expect(await service.token({ scopes: ['b', 'a'] })).toBe(tokens[4]);
  });

  it('is refused with the code of the server, whose refusal is not kept', async () => {
    const { service } = serviceWith((_, count) =>
      count === 1 ? refused('client_invalid.wrong') : granted('x'),
    );
    const error = await service.token().catch((each: unknown) => each);
    expect(error).toBeInstanceOf(RefusedByServer);
    expect(error).toMatchObject({ code: 'client_invalid', problem: { reference: expect.any(String) } });
    expect((await service.token()).accessToken).toBe('x');
  });

  it.each([
    ['a page', () => new Response('<html>', { status: 200 })],
    ['a token of another kind', () => granted('x', { token_type: 'mac' })],
    ['another server in the way', () => new Response('no', { status: 502 })],
  ])('is none where %s answers', async (_, answer) => {
    await expect(serviceWith(answer).service.token()).rejects.toBeInstanceOf(AnswerNotUnderstood);
  });

  it('is given up at the deadline', async () => {
    const made = createService({
      issuer,
      clientId: 'front',
      secret: 'x',
      deadline: 1,
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await expect(made.token()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is not asked for where the secret would travel in the clear', () => {
    const parts = { clientId: 'front', secret: 'x' };
    expect(() => createService({ ...parts, issuer: 'http://login.example' })).toThrow(
      'dangerouslyAllowInsecureIssuer',
    );
    createService({ ...parts, issuer: 'http://127.0.0.1:9000' });
    createService({ ...parts, issuer: 'http://login.example', dangerouslyAllowInsecureIssuer: true });
  });
});

describe('a token that is exchanged', () => {
  it('is asked for as RFC 8693 says, once for each person’s token', async () => {
    const { service, asked } = serviceWith();
    const [ada, again, bob] = await Promise.all([
      service.exchange('of-ada', { resource: 'https://orders.example' }),
      service.exchange('of-ada', { resource: 'https://orders.example' }),
      service.exchange('of-bob', { resource: 'https://orders.example' }),
    ]);
    expect(again).toBe(ada);
    expect(bob).not.toBe(ada);
    expect(asked.map(({ form }) => form.get('subject_token')).sort()).toEqual(['of-ada', 'of-bob']);
    expect(asked[0]?.form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:token-exchange');
  });

  it('is kept for so many people and no more', async () => {
    const { service, asked } = serviceWith(undefined, { mostExchanged: 2 });
    for (const person of ['a', 'b', 'c']) await service.exchange(person);
    await service.exchange('c');
    await service.exchange('a');
    expect(asked.map(({ form }) => form.get('subject_token'))).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is refused with the code of the server', async () => {
    const { service } = serviceWith(() => refused('subject_token_invalid.unknown'));
    await expect(service.exchange('x')).rejects.toMatchObject({ code: 'subject_token_invalid' });
  });
});

const orders = 'https://orders.example';

/** Answers tokens at the issuer, and at the API what `api` says of each call. */
function withApi(api: (asked: Asked, count: number) => Response, options: Partial<ServiceOptions> = {}) {
  const calls: Asked[] = [];
  let tokens = 0;
  const rig = serviceWith((asked) => {
    if (!asked.url.startsWith(orders))
      return granted(`token-${++tokens}`, options.dpop ? { token_type: 'DPoP' } : {});
    return api(asked, calls.push(asked));
  }, options);
  return { ...rig, calls };
}

describe('a call with a token', () => {
  it('is sent once more with a new token where the answer is 401, and no third time', async () => {
    const { service, calls } = withApi(() => new Response('', { status: 401 }));
    const call = service.caller(orders);
    const answer = await call('/orders', { method: 'POST', body: '{}', headers: { 'x-own': '1' } });
    expect(answer.status).toBe(401);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(calls[1]?.headers.get('x-own')).toBe('1');
  });

  it('of many that were refused at once asks for one new token', async () => {
    const { service, asked } = withApi(({ headers }) => {
      return new Response('', { status: headers.get('authorization') === 'Bearer token-1' ? 401 : 200 });
    });
    const call = service.caller(orders);
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('/orders')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(asked.filter(({ url }) => url.startsWith(issuer))).toHaveLength(2);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/x',
    'http://orders.example/',
    'https://orders.example:444/',
  ])('to %s gets no token and is not sent', async (target) => {
    const { service, asked } = withApi(() => new Response());
    await expect(service.caller(orders)(target)).rejects.toThrow('it gets no token');
    expect(asked).toEqual([]);
  });

  it('is not sent again where its body can be read only once', async () => {
    const { service, calls } = withApi(() => new Response('', { status: 401 }));
    const body = new Blob(['x']).stream();
    expect((await service.caller(orders)('/', { method: 'POST', body })).status).toBe(401);
    expect(calls).toHaveLength(1);
  });

  it('for a person goes with the exchanged token', async () => {
    const { service, calls, asked } = withApi(() => new Response('ok'));
    await service.callerFor('of-ada', orders, { resource: orders })('/orders');
    expect(asked[0]?.form.get('subject_token')).toBe('of-ada');
    expect(calls[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(JSON.stringify(calls.map(({ headers }) => [...headers]))).not.toContain('of-ada');
  });
});

function partOf(token: string, part: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());
}

describe('a token that is bound', () => {
  it('is asked for with a proof, and once more where the server wants a nonce', async () => {
    const { service, asked } = serviceWith(
      (_, count) => (count === 1 ? refused('dpop_nonce_needed') : granted('x', { token_type: 'DPoP' })),
      { dpop: true },
    );
    expect(await service.token()).toMatchObject({ tokenType: 'DPoP' });
    const proofs = asked.map(({ headers }) => headers.get('dpop') ?? '');
    expect(proofs.map((proof) => partOf(proof, 1)['nonce'])).toEqual([undefined, 'n-1']);
    const [one, other] = proofs.map((proof) => partOf(proof, 0));
    expect(one).toMatchObject({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256' } });
    expect(one?.['jwk']).not.toHaveProperty('d');
    expect(await thumbprint(one?.['jwk'] as never)).toBe(await thumbprint(other?.['jwk'] as never));
    expect(partOf(proofs[1] ?? '', 1)).toMatchObject({ htm: 'POST', htu: `${issuer}/oauth/token` });
  });

  it('is not asked for a third time', async () => {
    const { service, asked } = serviceWith(() => refused('dpop_nonce_needed'), { dpop: true });
    await expect(service.token()).rejects.toMatchObject({ code: 'dpop_nonce_needed' });
    expect(asked).toHaveLength(2);
  });

  it('goes with a proof of this call and this token, and is kept where the API wants a nonce', async () => {
    const wants = { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'n-2' };
    const { service, calls } = withApi(
      (_, count) => new Response('', count === 1 ? { status: 401, headers: wants } : { status: 200 }),
      { dpop: true },
    );
    expect((await service.caller(orders)('/orders?a=b', { method: 'put', body: '1' })).status).toBe(200);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      'DPoP token-1',
      'DPoP token-1',
    ]);
    const [first, second] = calls.map(({ headers }) => partOf(headers.get('dpop') ?? '', 1));
    expect(first).toMatchObject({
      htm: 'PUT',
      htu: `${orders}/orders`,
      ath: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(second).toMatchObject({ nonce: 'n-2' });
    expect(second?.['jti']).not.toBe(first?.['jti']);
  });
});
