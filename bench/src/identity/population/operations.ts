import { endpointRequest, refreshCookieName } from '@signet/contracts';
import { Pool } from 'undici';
import type { IdentitySite } from '../site.ts';
import {
  fewGroup,
  fewPeople,
  fewRole,
  isOfApp,
  type Population,
  refreshSecretOf,
  usernameOf,
} from './population.ts';

export const operationNames = [
  'login',
  'refresh',
  'refresh-app',
  'client-credentials',
  'userinfo',
  'sessions',
  'user-search',
] as const;
export type OperationName = (typeof operationNames)[number];

/** Each does its work once, for another person each time. Rejects on any answer but 200. */
export interface Operations extends Record<OperationName, () => Promise<void>>, AsyncDisposable {}

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export const connections = 16;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

export function openOperations(site: IdentitySite, population: Population): Operations {
  const pool = new Pool(`http://127.0.0.1:${site.port}`, { connections, pipelining: 1 });
  const next = everyone(population);
  const held = new Map<number, string>();
  const tokens = { session: new Ring(), app: new Ring() };

  async function send({ method = 'GET', ...sent }: Sent): Promise<{ text: string; cookies: string }> {
    const answer = await pool.request({ method, ...sent });
    const text = await answer.body.text();
    if (answer.statusCode !== 200)
      throw new Error(`${sent.path} answered ${answer.statusCode}: ${codeIn(text)}`);
    return { text, cookies: String(answer.headers['set-cookie'] ?? '') };
  }

  const secretOf = (person: number) => held.get(person) ?? refreshSecretOf(person, population.size);

  return {
    async login() {
      const { body } = endpointRequest('login', {
        username: usernameOf(next(), population.size),
        password: population.password,
      });
      const { text } = await send({ method: 'POST', path: '/auth/login', headers: json, body });
      tokens.session.add(JSON.parse(text).accessToken);
    },
    async refresh() {
      const person = next('session');
      const cookie = `${refreshCookieName.plain}=${secretOf(person)}`;
      const { text, cookies } = await send({ method: 'POST', path: '/auth/refresh', headers: { cookie } });
      held.set(person, /signet_refresh=([^;]+)/.exec(cookies)?.[1] ?? '');
      tokens.session.add(JSON.parse(text).accessToken);
    },
    async 'refresh-app'() {
      const person = next('app');
      const body = `grant_type=refresh_token&client_id=${site.appId}&refresh_token=${secretOf(person)}`;
      const { text } = await send({ method: 'POST', path: '/oauth/token', headers: form, body });
      const answer = JSON.parse(text);
      held.set(person, answer.refresh_token);
      tokens.app.add(answer.access_token);
    },
    async 'client-credentials'() {
      const secret = Buffer.from(`${site.clientId}:${site.clientSecret}`).toString('base64');
      const headers = { ...form, authorization: `Basic ${secret}` };
      const body = `grant_type=client_credentials&scope=${encodeURIComponent(site.scope)}`;
      await send({ method: 'POST', path: '/oauth/token', headers, body });
    },
    async userinfo() {
      await send({ path: '/oauth/userinfo', headers: bearer(tokens.app.next()) });
    },
    async sessions() {
      await send({ path: '/auth/sessions', headers: bearer(tokens.session.next()) });
    },
    async 'user-search'() {
      for (const query of searches(usernameOf(next(), population.size)))
        await send({ path: `/users?${query}` });
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

/** As an administrator looks for people; what few have is asked from the start, where the way to them is longest. */
function searches(name: string): readonly string[] {
  const one = 'limit=1';
  return [
    `${one}&username=${name}`,
    `${one}&after=${name}`,
    `${one}&role=${fewRole}`,
    `${one}&group=${fewGroup}`,
    `${one}&state=disabled`,
  ];
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Everybody in turn, in an order that leaps, less those who are disabled. */
function everyone({ size }: Population): (of?: 'session' | 'app') => number {
  const leap = Math.floor(size * 0.618) | 1;
  const step = Math.ceil(size / fewPeople);
  let turn = 0;
  return (of) => {
    for (;;) {
      turn += 1;
      const person = (turn * leap) % size;
      const fits = of === undefined || isOfApp(person) === (of === 'app');
      if (fits && person % step !== 2) return person;
    }
  };
}

/** The newest tokens, in turn. */
class Ring {
  readonly #tokens: string[] = [];
  #place = 0;

  add(token: string): void {
    this.#tokens.push(token);
  }

  next(): string {
    this.#place = (this.#place + 1) % this.#tokens.length;
    return this.#tokens[this.#place] ?? '';
  }
}

/** Only the code of a refusal is repeated. */
function codeIn(text: string): string {
  return /"(?:code|error)":\s*"([a-z_]+)"/.exec(text)?.[1] ?? 'no code';
}
