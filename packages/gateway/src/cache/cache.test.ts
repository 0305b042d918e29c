import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

let rig: TestGateway | undefined;
afterEach(() => rig?.close());

const guarded = 'auth: { issuer: house, audience: https://api.example }';
const routes = `
  - { id: news, match: { methods: [GET, HEAD], path: '/news/{rest*}' }, public: true, upstream: api, cache: { per: everyone, maxBodyBytes: 4KiB } }
  - { id: shared, match: { methods: [GET], path: '/shared/{rest*}' }, ${guarded}, upstream: api, cache: { per: everyone } }
  - { id: told, match: { methods: [GET], path: '/told/{rest*}' }, ${guarded}, context: { headers: { x-caller: claims.sub } }, upstream: api, cache: { per: everyone } }
  - { id: own, match: { methods: [GET], path: '/own/{rest*}' }, ${guarded}, upstream: api, cache: { per: subject, claims: [claims.tenant] } }
  - { id: changes, match: { methods: [PUT, DELETE], path: '/news/{rest*}' }, public: true, upstream: api }`;

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** A gateway in front of an upstream that numbers its answers. */
async function open(say: (request: IncomingMessage, count: number) => Said = () => ({}), more = routes) {
  const opened = await TestGateway.start({ routes: more });
  rig = opened;
  const asked: IncomingMessage[] = [];
  opened.upstream.answer = (request, response) => {
    asked.push(request);
    const { status = 200, headers = {}, body = `${asked.length}` } = say(request, asked.length);
    response.writeHead(status, { 'cache-control': 'max-age=60', ...headers } as Record<string, string>);
    response.end(status === 304 ? undefined : body);
  };
  const texts = async (path: string, ...tokens: (string | undefined)[]) => {
    const given: string[] = [];
    for (const token of tokens.length === 0 ? [undefined, undefined] : tokens)
      given.push((await opened.call(path, token === undefined ? {} : { token })).text);
    return given;
  };
  return { opened, asked, texts };
}

const statusOf = (answer: { readonly headers: Headers }) => answer.headers.get('cache-status');

describe('a route that keeps answers', () => {
  it('gives a fresh one again, with its age and without asking, and asks anew once it is stale', async () => {
    const { opened, asked } = await open();
    const first = await opened.call('/news/a');
    expect([first.text, statusOf(first)]).toEqual(['1', 'signet; fwd=uri-miss; stored']);
    opened.now += 10_000;
    const again = await opened.call('/news/a');
    expect([again.text, statusOf(again), again.headers.get('age')]).toEqual([
      '1',
      'signet; hit; ttl=50',
      '10',
    ]);
    expect(again.headers.get('signet-reference')).not.toBe(first.headers.get('signet-reference'));
    expect(opened.explained().steps.at(-1)?.note).toBe('Answered by what is kept, 10 s old');
    opened.now += 51_000;
    expect((await opened.call('/news/a')).text).toBe('2');
    expect(asked.length).toBe(2);
    expect(opened.gateway.readings().cache['news']?.results).toMatchObject({ hit: 1, miss: 2 });
  });

  it('answers HEAD, ranges and conditions by what it keeps', async () => {
    const { opened, asked } = await open(() => ({ headers: { etag: '"v1"' }, body: 'abcdef' }));
    await opened.call('/news/a');
    const ask = (headers: Record<string, string>, method = 'GET') =>
      opened.call('/news/a', { headers: { 'cache-control': 'x', ...headers }, method });
    const head = await ask({}, 'HEAD');
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([200, '', '6']);
    const part = await ask({ range: 'bytes=1-2' });
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, 'bc', 'bytes 1-2/6']);
    expect((await ask({ range: 'bytes=1-2', 'if-range': '"v0"' })).text).toBe('abcdef');
    expect((await ask({ range: 'bytes=9-' })).status).toBe(416);
    const same = await ask({ 'if-none-match': 'W/"v1"' });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', '"v1"']);
    expect(asked.length).toBe(1);
  });

  it('asks its upstream whether a stale one has changed, and goes on with it where not', async () => {
    const { opened, asked } = await open((request) =>
      request.headers['if-none-match'] === '"v1"'
        ? { status: 304, headers: { etag: '"v1"', 'x-new': 'yes' } }
        : { headers: { etag: '"v1"' } },
    );
    await opened.call('/news/a');
    opened.now += 61_000;
    const confirmed = await opened.call('/news/a');
    expect([confirmed.status, confirmed.text, confirmed.headers.get('x-new')]).toEqual([200, '1', 'yes']);
    expect(statusOf(confirmed)).toBe('signet; fwd=stale; fwd-status=304');
    expect(statusOf(await opened.call('/news/a'))).toBe('signet; hit; ttl=60');
    expect(asked.length).toBe(2);
  });

  it('bridges errors and refreshes behind the scenes only where its upstream says so', async () => {
    let broken = false;
    const { opened, asked } = await open((request) => ({
      status: broken ? 503 : 200,
      headers: { 'cache-control': `max-age=1, ${request.url?.slice(6)}=100` },
    }));
    await opened.call('/news/stale-if-error');
    await opened.call('/news/stale-while-revalidate');
    await opened.call('/news/nothing');
    opened.now += 2000;
    broken = true;
    expect(await opened.call('/news/stale-if-error')).toMatchObject({ status: 200, text: '1' });
    expect((await opened.call('/news/nothing')).status).toBe(503);
    broken = false;
    const before = asked.length;
    expect((await opened.call('/news/stale-while-revalidate')).text).toBe('2');
    await expect.poll(() => asked.length).toBe(before + 1);
    await expect
      .poll(async () => (await opened.call('/news/stale-while-revalidate')).text)
      .toBe(`${before + 1}`);
  });

  it('forgets what a request has changed, at whatever route, and what was being fetched meanwhile', async () => {
    const { opened, texts } = await open();
    expect(await texts('/news/a?x=1')).toEqual(['1', '1']);
    await opened.call('/news/a?x=1', { method: 'PUT', body: 'new' });
    expect(await texts('/news/a?x=1')).toEqual(['3', '3']);
    expect(opened.gateway.purge({ route: 'news', path: '/news/b' })).toBe(0);
    expect(opened.gateway.purge({ route: 'news', path: '/news/a' })).toBe(1);
    expect(await texts('/news/a?x=1')).toEqual(['4', '4']);
    opened.gateway.swap(opened.compile({ routes }));
    expect(await texts('/news/a?x=1')).toEqual(['4', '4']);
    opened.gateway.swap(opened.compile({ routes: routes.replace('4KiB', '5KiB') }));
    expect(await texts('/news/a?x=1')).toEqual(['5', '5']);
  });

  it('keeps nothing that was asked for before a change and came behind it', async () => {
    const { opened } = await open();
    const held: ServerResponse[] = [];
    opened.upstream.answer = (request, response) => {
      if (request.method === 'PUT') response.writeHead(204).end();
      else held.push(response);
    };
    const before = opened.call('/news/a');
    await expect.poll(() => held.length).toBe(1);
    await opened.call('/news/a', { method: 'PUT' });
    held[0]?.writeHead(200, { 'cache-control': 'max-age=60' }).end('old');
    expect((await before).text).toBe('old');
    const after = opened.call('/news/a');
    await expect.poll(() => held.length).toBe(2);
    held[1]?.writeHead(200, { 'cache-control': 'max-age=60' }).end('new');
    expect((await after).text).toBe('new');
  });

  it('forgets everything when its clocks jump, as nobody knows how old anything is', async () => {
    const { opened, texts } = await open();
    expect(await texts('/news/a')).toEqual(['1', '1']);
    opened.clocks.set(3_600_000);
    opened.clocks.pass(1);
    expect((await opened.call('/news/a')).text).toBe('2');
  });

  it('lets many that ask at once wait for one fetch, and none wait for what is not kept', async () => {
    const { opened, asked } = await open();
    const held: ServerResponse[] = [];
    opened.upstream.answer = (request, response) => {
      asked.push(request);
      held.push(response);
    };
    const many = Array.from({ length: 8 }, () => opened.call('/news/a'));
    await expect.poll(() => held.length).toBe(1);
    await expect.poll(() => opened.gateway.status().inFlight).toBe(8);
    held[0]?.writeHead(200, { 'cache-control': 'max-age=60' }).end('one');
    expect((await Promise.all(many)).map(({ text }) => text)).toEqual(Array.from({ length: 8 }, () => 'one'));
    expect(asked.length).toBe(1);
    const others = Array.from({ length: 3 }, () => opened.call('/news/b'));
    await expect.poll(() => held.length).toBe(2);
    held[1]?.writeHead(200, { 'cache-control': 'private' }).end('mine');
    await expect.poll(() => held.length).toBe(4);
    for (const response of held.slice(2)) response.writeHead(200, { 'cache-control': 'private' }).end('mine');
    await Promise.all(others);
  });
});

describe('an answer is never kept', () => {
  it.each<[string, Said]>([
    ['that says so, however it is written', { headers: { 'cache-control': 'max-age=60, No-Store' } }],
    [
      'that is private, however it is written',
      { headers: { 'cache-control': 'PRIVATE="x, y", max-age=60' } },
    ],
    ['whose words end in a quote', { headers: { 'cache-control': 'max-age=60, x="no-store' } }],
    ['that sets a cookie', { headers: { 'set-cookie': 'a=b' } }],
    [
      'that sets a cookie of sign-in, which is kept back',
      { headers: { 'set-cookie': '__Host-signet_refresh=x' } },
    ],
    ['that depends on everything', { headers: { vary: 'accept, *' } }],
    ['that is a part', { status: 206, headers: { 'content-range': 'bytes 0-0/2' } }],
    ['that is a stream of events', { headers: { 'content-type': 'text/event-stream' } }],
    ['that is too long', { body: 'x'.repeat(5000) }],
    ['of a status that nobody may keep', { status: 500 }],
    ['that nobody says how long to keep', { headers: { 'cache-control': 'public' } }],
    ['that is stale when it comes', { headers: { age: '70' } }],
    ['whose end of life is no date', { headers: { 'cache-control': 'x', expires: 'Tomorrow' } }],
  ])('%s', async (_, said) => {
    const { asked, texts } = await open(() => said);
    await texts('/news/a');
    expect(asked.length).toBe(2);
  });

  it('that was cut off', async () => {
    const { opened } = await open();
    let asked = 0;
    opened.upstream.answer = (_, response) => {
      asked += 1;
      response.writeHead(200, { 'cache-control': 'max-age=60', 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    for (const _ of [1, 2]) await expect(opened.call('/news/a')).rejects.toThrow();
    expect(asked).toBe(2);
  });

  it('that ends with its connection, which could be a part', async () => {
    const { opened, asked } = await open();
    opened.upstream.answer = (request, response) => {
      asked.push(request);
      response.socket?.end('HTTP/1.1 200 OK\r\ncache-control: max-age=60\r\n\r\nhalf');
    };
    for (const _ of [1, 2]) expect((await opened.call('/news/a')).text).toBe('half');
    expect(asked.length).toBe(2);
  });
});

describe('nobody gets the answer of another', () => {
  it('unless its upstream says in RFC 9111’s words that all who may call may have it', async () => {
    for (const [words, expected] of [
      ['max-age=60', ['1', '2']],
      ['max-age=60, public', ['1', '1']],
      ['s-maxage=60', ['1', '1']],
      ['max-age=60, must-revalidate', ['1', '1']],
      ['max-age=60, public, private', ['1', '2']],
    ] as const) {
      const { opened, texts } = await open(() => ({ headers: { 'cache-control': words } }));
      const tokens = [await opened.token({ sub: 'ada' }), await opened.token({ sub: 'bob' })];
      expect([words, await texts('/shared/a', ...tokens)]).toEqual([words, expected]);
      await opened.close();
    }
  });

  it('and a shared one is given to nobody who may not call', async () => {
    const { opened, texts } = await open(() => ({ headers: { 'cache-control': 'public, max-age=60' } }));
    await texts('/shared/a', await opened.token());
    expect((await opened.call('/shared/a')).status).toBe(401);
    expect(
      (await opened.call('/shared/a', { token: await opened.token({ aud: 'https://b.example' }) })).status,
    ).toBe(401);
    const revoked = await opened.token({ jti: 'gone' });
    expect((await opened.call('/shared/a', { token: revoked })).text).toBe('1');
    opened.now += 10 * 60_000;
    expect((await opened.call('/shared/a', { token: revoked })).status).not.toBe(200);
  });

  it('where the upstream was told who calls', async () => {
    const { opened, texts } = await open(() => ({ headers: { 'cache-control': 'public, max-age=60' } }));
    const [ada, bob] = [await opened.token({ sub: 'ada' }), await opened.token({ sub: 'bob' })];
    expect(await texts('/told/a', ada, bob, ada)).toEqual(['1', '2', '1']);
  });

  it('where each subject has its own, told apart by claims too', async () => {
    const { opened, texts } = await open(() => ({ headers: { 'cache-control': 'private, max-age=60' } }));
    const of = (sub: string, tenant: string) => opened.token({ sub, tenant });
    const tokens = [await of('ada', 'x'), await of('bob', 'x'), await of('ada', 'y'), await of('ada', 'x')];
    expect(await texts('/own/a', ...tokens)).toEqual(['1', '2', '3', '1']);
    const nameless = [await opened.token({ sub: undefined }), await opened.token({ sub: undefined })];
    expect(new Set(await texts('/own/b', ...nameless)).size).toBe(2);
  });

  it.each([
    ['a cookie', { cookie: 'session=a' }, { cookie: 'session=b' }],
    ['a token that is the upstream’s', { authorization: 'Basic YQ==' }, { authorization: 'Basic Yg==' }],
    ['a key', { 'x-api-key': 'a' }, { 'x-api-key': 'b' }],
    [
      'a header of a name too long to search',
      { [`x-${'a'.repeat(70)}`]: 'a' },
      { [`x-${'a'.repeat(70)}`]: 'b' },
    ],
  ])('who brought %s', async (_, one, other) => {
    const { opened } = await open();
    const first = await opened.call('/news/a', { headers: one as Record<string, string> });
    const second = await opened.call('/news/a', { headers: other as Record<string, string> });
    expect([first.text, second.text]).toEqual(['1', '2']);
  });

  it('by a header that no key holds: what the upstream is told of the client is the gateway’s word', async () => {
    const { opened, asked, texts } = await open(({ headers }) => ({
      body: `${headers['x-forwarded-host']} ${headers['x-original-url'] ?? ''}`,
    }));
    const evil = { 'x-forwarded-host': 'evil.example', 'x-original-url': '/evil', 'x-host': 'evil.example' };
    await opened.call('/news/a', { headers: evil });
    expect((await texts('/news/a'))[0]).not.toContain('evil');
    const hosts = ['a.example', 'b.example'].map((host) =>
      opened.raw(`GET /news/h HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    const bodies = (await Promise.all(hosts)).map(({ body }) => body);
    expect([bodies[0]?.includes('a.example'), bodies[1]?.includes('b.example')]).toEqual([true, true]);
    expect(asked.length).toBe(3);
  });

  it('whom `Vary` tells apart, or an origin that the upstream lets in alone', async () => {
    const { opened } = await open((request, count) => ({
      headers:
        request.url === '/news/o'
          ? { 'access-control-allow-origin': request.headers.origin ?? 'none' }
          : { vary: 'Accept-Language, X-Forwarded-For' },
      body: `${count}`,
    }));
    const ask = async (path: string, headers: Record<string, string>) =>
      (await opened.call(path, { headers })).text;
    expect([
      await ask('/news/a', { 'accept-language': 'de' }),
      await ask('/news/a', { 'accept-language': 'en' }),
      await ask('/news/a', { 'accept-language': 'de' }),
    ]).toEqual(['1', '2', '1']);
    expect([
      await ask('/news/o', { origin: 'https://a.example' }),
      await ask('/news/o', { origin: 'https://b.example' }),
    ]).toEqual(['3', '4']);
  });
});
