import { newId, refusal, toProblem } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerNotUnderstood,
  createSession,
  type HeldToken,
  type Session,
  type SessionOptions,
} from './index.ts';

/* Each session here is a tab: they share a cookie, which the server below keeps, the locks and the channels of this process. */

const issuer = 'https://login.example.com';
const api = 'https://api.example.com';
const clocks = new ManualClocks();

/** Signet as one browser sees it: a cookie that is good for one use, and what was asked. */
class FakeSignet {
  readonly asked: { readonly path: string; readonly init: RequestInit }[] = [];
  session: string | undefined = 'ses_1';
  csrf = 'csrf-1';
  tokens = 0;
  hasLeft = false;
  /** What the API takes. */
  good = new Set<string>();
  /** Comes before every answer. */
  before: (path: string) => Promise<unknown> | unknown = () => undefined;

  readonly fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    this.asked.push({ path: url.origin === issuer ? url.pathname : url.href, init });
    await this.before(url.pathname);
    if (url.origin === api) return this.#api(init);
    if (url.pathname === '/auth/login') return this.#signIn(init);
    if (this.session === undefined) return problem('refresh_token_missing', 401);
    if (url.pathname === '/auth/csrf') return Response.json({ csrfToken: this.csrf });
    if (new Headers(init.headers).get('x-csrf-token') !== this.csrf)
      return problem('csrf_token_invalid.other', 403);
    if (url.pathname === '/auth/refresh') {
      return this.hasLeft ? problem('organization_not_allowed.unknown', 400) : this.#token();
    }
    this.session = undefined;
    return Response.json({ ended: true });
  };

  count(path: string): number {
    return this.asked.filter((each) => each.path === path).length;
  }

  #signIn({ body }: RequestInit): Response {
    if (!String(body).includes('right')) return problem('credentials_invalid.wrong', 401);
    this.session = `ses_${this.asked.length}`;
    this.csrf = `csrf-${this.asked.length}`;
    return this.#token();
  }

  #token(): Response {
    this.tokens += 1;
    const accessToken = `token-${this.tokens}`;
    this.good = new Set([accessToken]);
    return Response.json({
      accessToken,
      tokenType: 'Bearer',
      expiresIn: 900,
      sessionId: this.session,
      scope: 'a',
      csrfToken: this.csrf,
    });
  }

  #api({ headers }: RequestInit): Response {
    const token = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? '';
    return new Response(token, { status: this.good.has(token) ? 200 : 401 });
  }
}

type Refused =
  | 'credentials_invalid.wrong'
  | 'refresh_token_missing'
  | 'organization_not_allowed.unknown'
  | 'csrf_token_invalid.other';

function problem(code: Refused, status: number): Response {
  const body = toProblem(refusal(code), { reference: newId('reference'), issuer });
  return Response.json(body, { status });
}

const open: Session[] = [];

afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

function tab(signet: FakeSignet, options: Partial<SessionOptions> = {}): Session {
  const session = createSession({ issuer, apis: [api], now: clocks.wall, fetch: signet.fetch, ...options });
  open.push(session);
  return session;
}

const right = { username: 'ada', password: 'right' };

describe('a session in a page', () => {
  it('holds the token in memory, and the cookie is sent along from another origin', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    expect(session.state).toEqual({ signedIn: true, sessionId: expect.stringMatching(/^ses_/) });
    expect(await session.token()).toBe('token-1');
    expect(signet.asked[0]?.init).toMatchObject({
      credentials: 'include',
      redirect: 'error',
      cache: 'no-store',
    });
    expect(JSON.stringify(session)).not.toContain('token-1');
  });

  it('is refused with the code of Signet', async () => {
    const session = tab(new FakeSignet());
    await expect(session.login({ username: 'ada', password: 'no' })).rejects.toMatchObject({
      name: 'SessionRefused',
      code: 'credentials_invalid',
      status: 401,
      reference: expect.any(String),
    });
    expect(session.state).toEqual({ signedIn: false });
  });

  it('gets no new token where the API asks for another sign-in, and hands on the answer', async () => {
    const signet = new FakeSignet();
    const challenge = 'Bearer error="insufficient_user_authentication", acr_values="2"';
    const refused = () => new Response('', { status: 401, headers: { 'www-authenticate': challenge } });
    const session = tab(signet, {
      fetch: async (url, init) => (new URL(url).origin === api ? refused() : signet.fetch(url, init)),
    });
    await session.login(right);
    const response = await session.fetch(`${api}/pay`);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, challenge]);
    expect(signet.count('/auth/refresh')).toBe(0);
  });

  it('says that what answered is no Signet', async () => {
    const session = tab(new FakeSignet(), { fetch: async () => new Response('<html>', { status: 502 }) });
    await expect(session.login(right)).rejects.toBeInstanceOf(AnswerNotUnderstood);
    const odd = tab(new FakeSignet(), { fetch: async () => Response.json({ accessToken: 1 }) });
    await expect(odd.login(right)).rejects.toBeInstanceOf(AnswerNotUnderstood);
  });

  it('is found again after a reload, by the cookie and a proof of its own', async () => {
    const signet = new FakeSignet();
    expect(await tab(signet).restore()).toBe(true);
    expect(signet.asked.map(({ path }) => path)).toEqual(['/auth/csrf', '/auth/refresh']);
    expect(new Headers(signet.asked[1]?.init.headers).get('x-csrf-token')).toBe('csrf-1');
  });

  it('is not found where there is none, and nothing is asked before somebody wants it', async () => {
    const signet = new FakeSignet();
    signet.session = undefined;
    const session = tab(signet);
    expect(await session.token()).toBeUndefined();
    expect(signet.asked).toEqual([]);
    expect(await session.restore()).toBe(false);
  });

  it('is refreshed half a minute before its token expires, once for many that ask', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    clocks.pass(869_000);
    expect(await session.token()).toBe('token-1');
    clocks.pass(1_000);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => session.token()));
    expect(new Set(tokens)).toEqual(new Set(['token-2']));
    expect(signet.count('/auth/refresh')).toBe(1);
  });

  it('goes on where a refresh only failed, and ends where Signet says that it is over', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    clocks.pass(880_000);
    const fetch = vi.spyOn(signet, 'before').mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(session.token()).rejects.toThrow('fetch failed');
    fetch.mockRestore();
    expect(session.state.signedIn).toBe(true);
    signet.session = undefined;
    expect(await session.token()).toBeUndefined();
    expect(session.state).toEqual({ signedIn: false });
  });

  it('is over for who left the organisation that they signed in for', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    clocks.pass(880_000);
    signet.hasLeft = true;
    expect(await session.token()).toBeUndefined();
    expect(session.state).toEqual({ signedIn: false });
  });

  it('asks for a new proof where its own is of an older session', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    signet.csrf = 'another';
    clocks.pass(880_000);
    expect(await session.token()).toBe('token-2');
    expect(signet.count('/auth/csrf')).toBe(1);
  });
});

describe('a call to an API', () => {
  it('goes with the token to the named origins alone', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    expect(await (await session.fetch(`${api}/orders`)).text()).toBe('token-1');
    for (const other of [
      'https://evil.example/',
      'https://api.example.com.evil.example/',
      'http://api.example.com/',
    ])
      await expect(session.fetch(other)).rejects.toThrow('it gets no token');
    expect(signet.asked.filter(({ path }) => path.includes('evil'))).toEqual([]);
  });

  it('is made once more with a new token after a 401, and many share it', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    signet.good.clear();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => session.fetch(`${api}/orders`, { method: 'POST', body: '{}' })),
    );
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(answers.map(() => 'token-2'));
    expect(signet.count('/auth/refresh')).toBe(1);
  });

  it('is not made a third time, nor a second where the body is read once', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    signet.before = () => signet.good.clear();
    expect((await session.fetch(`${api}/orders`)).status).toBe(401);
    expect(signet.count(`${api}/orders`)).toBe(2);
    const body = new Blob(['x']).stream();
    expect((await session.fetch(`${api}/upload`, { method: 'POST', body })).status).toBe(401);
    expect(signet.count(`${api}/upload`)).toBe(1);
  });
});

describe('two tabs', () => {
  it('refresh once, whichever asks, and both have the new token', async () => {
    const signet = new FakeSignet();
    const [one, other] = [tab(signet), tab(signet)];
    await one.login(right);
    await vi.waitFor(() => expect(other.state).toEqual(one.state));
    clocks.pass(880_000);
    const tokens = await Promise.all([one.token(), other.token(), one.token(), other.token()]);
    expect(new Set(tokens)).toEqual(new Set(['token-2']));
    expect(signet.count('/auth/refresh')).toBe(1);
  });

  it('race with their own cookies where the browser has no Web Locks, and lose nobody', async () => {
    vi.stubGlobal('navigator', {});
    const signet = new FakeSignet();
    const [one, other] = [tab(signet), tab(signet)];
    await one.login(right);
    await vi.waitFor(() => expect(other.state).toEqual(one.state));
    clocks.pass(880_000);
    expect((await Promise.all([one.token(), other.token()])).every((token) => token !== undefined)).toBe(
      true,
    );
    expect(one.state).toEqual(other.state);
    expect(one.state.signedIn).toBe(true);
  });

  it('are alone where the browser has no channels', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    await session.logout();
    expect(session.state.signedIn).toBe(false);
  });

  it('are signed out together, and a refresh that was under way brings nobody back', async () => {
    const signet = new FakeSignet();
    const [one, other] = [tab(signet), tab(signet)];
    const heard: boolean[] = [];
    other.listen(({ signedIn }) => heard.push(signedIn));
    await one.login(right);
    await vi.waitFor(() => expect(heard).toEqual([true]));
    clocks.pass(880_000);
    const reached = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    signet.before = (path) => {
      if (path !== '/auth/refresh') return undefined;
      reached.resolve();
      return held.promise;
    };
    const refreshing = other.token();
    await reached.promise;
    await one.logout();
    await vi.waitFor(() => expect(heard).toEqual([true, false]));
    signet.session = 'ses_zombie';
    held.resolve();
    expect(await refreshing).toBeUndefined();
    expect([one.state.signedIn, other.state.signedIn]).toEqual([false, false]);
  });

  it('do not believe what a slower tab says of a session that is over', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    const { sessionId = '' } = session.state;
    await session.logout();
    const channel = new BroadcastChannel(`signet ${issuer}`);
    const late: HeldToken = { accessToken: 'late', sessionId, scope: '', csrfToken: 'x', expiresAt: 9e15 };
    for (const data of [null, 'x', { kind: 'token' }, { kind: 'token', token: { ...late, expiresAt: 'x' } }])
      channel.postMessage(data);
    channel.postMessage({ kind: 'token', token: late });
    channel.postMessage({ kind: 'token', token: { ...late, sessionId: 'ses_new' } });
    await vi.waitFor(() => expect(session.state).toEqual({ signedIn: true, sessionId: 'ses_new' }));
    channel.close();
  });

  it('do not sign each other out because one of them never knew a session', async () => {
    const signet = new FakeSignet();
    const one = tab(signet);
    await one.login(right);
    signet.session = undefined;
    const fresh = tab(signet, { fetch: signet.fetch });
    expect(await fresh.restore()).toBe(false);
    expect(one.state.signedIn).toBe(true);
  });
});

describe('a log-out', () => {
  it('is proved, and ends the session at Signet', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    await session.logout();
    const asked = signet.asked.at(-1);
    expect(asked?.path).toBe('/auth/logout');
    expect(new Headers(asked?.init.headers).get('x-csrf-token')).toBe(signet.csrf);
    expect(signet.session).toBeUndefined();
    await session.logout();
  });

  it('clears the page also where Signet cannot be told, and says so', async () => {
    const signet = new FakeSignet();
    const session = tab(signet);
    await session.login(right);
    signet.before = () => Promise.reject(new TypeError('fetch failed'));
    await expect(session.logout()).rejects.toThrow('fetch failed');
    expect(session.state.signedIn).toBe(false);
    expect(await session.token()).toBeUndefined();
  });
});

describe('a storage', () => {
  it('is used only where the page hands one in, and its nonsense is not believed', async () => {
    const signet = new FakeSignet();
    let kept: HeldToken | undefined;
    const write = (token: HeldToken | undefined): void => {
      kept = token;
    };
    const storage = { read: () => kept, write };
    await tab(signet, { storage }).login(right);
    expect(kept).toMatchObject({ accessToken: 'token-1' });
    for (const session of open.splice(0)) session.close();
    const next = tab(signet, { storage });
    expect(await next.restore()).toBe(true);
    expect(await next.token()).toBe('token-1');
    await next.logout();
    expect(kept).toBeUndefined();
    signet.session = 'ses_9';
    kept = { accessToken: 5 } as never;
    const after = tab(signet, { storage });
    expect(await after.restore()).toBe(true);
    expect(await after.token()).toBe('token-2');
  });
});
