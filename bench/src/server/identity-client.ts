import { type AnswerOf, endpointRequest, isRefreshCookieName, type OperatorRequest } from '@signet/contracts';
import { type Dispatcher, Pool } from 'undici';
import type { MeasuredSignet } from './start-signet.ts';

/** What a signed-in user holds. */
export interface Session {
  readonly accessToken: string;
  /** The refresh cookie, as it goes into a `Cookie` header. */
  readonly cookie: string;
}

/**
 * The identity API as a program calls it. Every method rejects on any answer but 200. It sends what the table of
 * endpoints says, by a pool of its own and without the schemas of the answers, which would be measured too.
 */
export class IdentityClient implements AsyncDisposable {
  readonly #pool: Pool;
  readonly #login: OperatorRequest;

  constructor(
    { control, username, password }: Pick<MeasuredSignet, 'control' | 'username' | 'password'>,
    connections: number,
  ) {
    this.#pool = new Pool(control, { connections, pipelining: 1 });
    this.#login = endpointRequest('login', { username, password });
  }

  async login(): Promise<Session> {
    return sessionFrom(await this.#send(this.#login));
  }

  async refresh({ cookie }: Session): Promise<Session> {
    return sessionFrom(await this.#send(endpointRequest('refresh', {}), { cookie }));
  }

  async logout({ accessToken, cookie }: Session): Promise<void> {
    await this.#send(endpointRequest('logout'), { cookie, authorization: `Bearer ${accessToken}` });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.destroy();
  }

  async #send({ method, target, body }: OperatorRequest, more: Record<string, string> = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...more };
    const answer = await this.#pool.request({ method: method as 'POST', path: target, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200)
      throw new Error(`${target} answered ${answer.statusCode}: ${problemCode(text)}`);
    return { headers: answer.headers, text };
  }
}

type Answer = { readonly headers: Dispatcher.ResponseData['headers']; readonly text: string };

function sessionFrom({ headers, text }: Answer): Session {
  const { accessToken } = JSON.parse(text) as AnswerOf<'login'>;
  const pairs = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';', 1)[0] ?? '');
  const cookie = pairs.find((pair) => isRefreshCookieName(pair.split('=', 1)[0] ?? ''));
  if (cookie === undefined) throw new Error('The answer set no refresh cookie.');
  return { accessToken, cookie };
}

/** Only the code of a refusal is repeated. */
function problemCode(text: string): string {
  return /"code":\s*"([a-z_]+)"/.exec(text)?.[1] ?? 'no code';
}
