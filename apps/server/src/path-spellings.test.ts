import { writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithNginx } from '@signet/testing/suites';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { signIn } from './testing/session.ts';

/** What RFC 3986 §3.3 lets stand bare in a segment, and servers undo when it is escaped. */
const characters = ['@', '+', ',', '=', '&', '$', '!', "'", '(', ')', '*', ':'];
const newPassword = 'otter lamp gravel 9';

/** Where everybody may read `/users/{id}`, and `/users/@me` and its like are for those who are signed in. */
function configuration(upstream: string): string {
  const guarded = characters.map((character, index) => {
    const path = `/users/${escapeOf(character)}me`;
    return `  - { id: admin-${index}, match: { methods: [GET], path: '${path}' }, auth: { issuer: house }, upstream: api }`;
  });
  return `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: ${upstream} }] } }
routes:
  - { id: read, match: { methods: [GET], path: '/users/{rest*}' }, public: true, upstream: api }
${guarded.join('\n')}
`;
}

/** Each upstream answers with the name of the handler that it found. */
const nginxServer = `
    location / { return 200 read; }
    ${characters
      .flatMap((character) => [
        `location = "/users/${character}me" { return 200 admin; }`,
        `location ~* "^/users/\\\\${character}me/?$" { return 200 admin; }`,
      ])
      .join('\n    ')}`;

function startExpress(): Server {
  const app = express();
  for (const character of characters)
    app.get(`/users/\\${character}me`, (_, response) => void response.send('admin'));
  app.get('/users/*rest', (_, response) => void response.send('read'));
  return app.listen(0, '127.0.0.1');
}

/** A router as many write it: undoes the escapes, overlooks a slash at the end. */
function startRouter(): Server {
  const guarded = new Set(characters.map((character) => `/users/${character}me`));
  const server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(url.split('?')[0] ?? '').replace(/\/$/, '');
    response.end(guarded.has(path) ? 'admin' : 'read');
  });
  return server.listen(0, '127.0.0.1');
}

describe('Express', () => {
  const server = startExpress();
  afterAll(() => void server.close());
  neverServesWhatWasNotAuthorised(
    () => urlOf(server),
    (character) => `/users/${character}ME`,
  );
});

describe('a router on node:http', () => {
  const server = startRouter();
  afterAll(() => void server.close());
  neverServesWhatWasNotAuthorised(
    () => urlOf(server),
    (character) => `/users/${escapeOf(character)}me`,
  );
});

describeWithNginx('nginx', nginxServer, (server) => {
  neverServesWhatWasNotAuthorised(
    () => server().url,
    (character) => `/users/${escapeOf(character)}me`,
  );
});

function neverServesWhatWasNotAuthorised(
  upstream: () => string,
  attack: (character: string) => string,
): void {
  const folder = temporaryFolder();
  let signet: TestSignet;
  let token: string;
  beforeAll(async () => {
    writeFileSync(join(folder.path, 'signet.yaml'), configuration(upstream()));
    signet = await startSignet(folder.path);
    const password = signet.password('admin');
    token = (await signIn(signet.web, 'admin', password, { newPassword })).accessToken;
  });
  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it.each(characters)('would do so on its own: %s', async (character) => {
    expect(await get(upstream(), attack(character))).toEqual({ status: 200, body: 'admin' });
  });

  it.each(characters)('knows no spelling by which a stranger reaches it: %s', async (character) => {
    for (const path of spellings(character)) {
      const { status, body } = await get(signet.gateway, path);
      expect([path, status === 200 ? body : status]).toEqual([path, expect.toBeOneOf(['read', 400, 401])]);
    }
  });

  it.each(characters)('serves it to those who may, in either spelling: %s', async (character) => {
    for (const path of [`/users/${character}me`, `/users/${escapeOf(character)}me`]) {
      expect((await get(signet.gateway, path)).status).toBe(401);
      expect(await get(signet.gateway, path, token)).toEqual({ status: 200, body: 'admin' });
    }
  });

  it('serves everything else', async () => {
    for (const path of ['/users/7', '/users/ME', '/users/ada%40example.org', '/users/a%20b+c', '/users/@/me'])
      expect(await get(signet.gateway, path)).toEqual({ status: 200, body: 'read' });
  });
}

function spellings(character: string): readonly string[] {
  const escaped = escapeOf(character);
  const [, high = '', low = ''] = escaped;
  const twice = [`%25${high}${low}`, `%25%3${high}%${hex(low)}`, `%2525${high}${low}`];
  const starts = [character, escaped, escaped.toLowerCase(), ...twice];
  const ends = [
    'me',
    'ME',
    'mE',
    '%6de',
    '%4De',
    'me/',
    'ME/',
    'me.',
    'me%20',
    'me%2e',
    'me%3F',
    'me%23x',
    'me%2F',
    'me%00',
  ];
  return starts.flatMap((start) => ends.map((end) => `/users/${start}${end}`));
}

function escapeOf(character: string): string {
  return `%${hex(character).toUpperCase()}`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends the path as it stands, which `fetch` would not. */
function get(origin: string, path: string, token?: string): Promise<{ status: number; body: string }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const call = request(origin, { path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    call.on('error', reject);
    call.end();
  });
}
