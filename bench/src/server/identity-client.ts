import { type Dispatcher, Pool } from 'undici';
import type { MeasuredSignet } from './start-signet.ts';

/** What a signed-in user holds. */
export interface Session {
  readonly accessToken: string;
  /** The refresh cookie, as it goes into a `Cookie` header. */
  readonly cookie: string;
}

/** The identity API as a program calls it. Every method rejects on any answer but 200. */
export class IdentityClient implements AsyncDisposable {
  readonly #pool: Pool;
  readonly #credentials: string;

  constructor({ control, username, password }: MeasuredSignet, connections: number) {
    this.#pool = new Pool(control, { connections, pipelining: 1 });
    this.#credentials = JSON.stringify({ username, password });
  }

  async login(): Promise<Session> {
    return sessionFrom(await this.#post('/auth/login', { body: this.#credentials }));
  }

  async refresh({ cookie }: Session): Promise<Session> {
    return sessionFrom(await this.#post('/auth/refresh', { headers: { cookie } }));
  }

  async logout({ accessToken, cookie }: Session): Promise<void> {
    const authorization = `Bearer ${accessToken}`;
    await this.#post('/auth/logout', { headers: { cookie, authorization } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.destroy();
  }

  async #post(path: string, { body, headers }: { body?: string; headers?: Record<string, string> }) {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const options = { method: 'POST' as const, path, headers: { ...type, ...headers }, body: body ?? null };
    const answer = await this.#pool.request(options);
    const text = await answer.body.text();
    if (answer.statusCode !== 200)
      throw new Error(`${path} answered ${answer.statusCode}: ${problemCode(text)}`);
    return { headers: answer.headers, text };
  }
}

type Answer = { readonly headers: Dispatcher.ResponseData['headers']; readonly text: string };

function sessionFrom({ headers, text }: Answer): Session {
  const { accessToken } = JSON.parse(text) as { readonly accessToken: string };
  const cookie = [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('The answer set no refresh cookie.');
  return { accessToken, cookie };
}

/** Only the code of a refusal is repeated. */
function problemCode(text: string): string {
  return /"code":\s*"([a-z_]+)"/.exec(text)?.[1] ?? 'no code';
}
