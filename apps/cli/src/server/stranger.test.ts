import '@signet/testing/two-localhosts';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type RunningServer, writeRunningFile } from '@signet/server/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { openStranger, type Stranger } from '@signet/testing/servers';
import { describeWithStranger } from '@signet/testing/suites';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const password = 'nine-lives-of-a-cat-42';
const accessToken = ['{"alg":"ES256"}', '{"aud":"http://localhost:1"}', 'of-the-session']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');
const environment = { SIGNET_MASTER_KEY: '7'.repeat(64) };

/** Stands for Signet: says what came, and answers each request in the same way. */
class Honest {
  readonly seen: string[] = [];
  readonly #servers: Server[] = [];

  async listen(
    at: { readonly host: string; readonly port: number } | { readonly path: string },
  ): Promise<void> {
    const server = createServer(this.#answer);
    this.#servers.push(server);
    server.listen(at);
    await once(server, 'listening');
  }

  readonly #answer: RequestListener = async (request, response) => {
    this.seen.push(
      [`${request.method} ${request.url}`, ...request.rawHeaders, await text(request)].join('\n'),
    );
    response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
  };

  close(): void {
    for (const server of this.#servers) server.close();
  }
}

describeWithStranger('a stranger on [::1] at the port of Signet', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let honest: Honest;
  let port: number;
  let stranger: Stranger;

  beforeEach(async () => {
    folder = temporaryFolder();
    honest = new Honest();
    port = await freePort();
    stranger = await openStranger(port);
    const session = {
      username: 'demo',
      sessionId: 'ses_x',
      accessToken,
      refreshCookie: 'signet_refresh=secret',
    };
    writeFileSync(
      join(folder.path, 'cli-session.json'),
      JSON.stringify({
        ...session,
        server: `http://localhost:${port}`,
        expiresAt: '2020-01-01T00:00:00.000Z',
      }),
    );
  });

  afterEach(async () => {
    honest.close();
    await stranger.close();
    folder[Symbol.dispose]();
  });

  const signet = (words: readonly string[], input = '') =>
    runInProcess([...words, '--data', folder.path], { input, environment });
  const running = (more: Partial<RunningServer> = {}) =>
    writeRunningFile(folder.path, {
      control: `http://127.0.0.1:${port}`,
      gateway: `http://127.0.0.1:${port}`,
      issuer: `http://localhost:${port}`,
      gatewayOrigin: `http://localhost:${port}`,
      processId: 1,
      ...more,
    });

  const withSecrets: readonly (readonly [string, readonly string[], string])[] = [
    ['user list', ['user', 'list'], 'GET /admin/users'],
    ['user add', ['user', 'add', 'ada', '--password-stdin'], 'POST /admin/users'],
    ['revoke', ['revoke', 'some-jti'], 'POST /admin/revocations'],
    ['explain', ['explain', `req_${'0'.repeat(26)}`], 'GET /admin/explanations/'],
    ['login', ['login', 'demo'], 'POST /auth/login'],
    ['logout', ['logout'], 'POST /auth/logout'],
    ['call', ['call', 'http://127.0.0.1:1/'], 'POST /auth/refresh'],
  ];

  describe.each(['socket', 'address'] as const)('where the running file names the %s', (way) => {
    beforeEach(async () => {
      const socket = join(folder.path, 'control.sock');
      running(way === 'socket' ? { socket } : {});
      await honest.listen(way === 'socket' ? { path: socket } : { host: '127.0.0.1', port });
    });

    it.each(withSecrets)('sees nothing of %s', async (_name, words, request) => {
      await signet(words, `${password}\n`);
      expect(stranger.seen).toEqual([]);
      expect(honest.seen[0]).toContain(request);
      expect(honest.seen[0]).toContain(`\nlocalhost:${port}\n`);
    });

    it.each(['localhost', '127.0.0.1', '[::1]', 'signet.localhost'])(
      'sees nothing where the server is named by hand as %s',
      async (host) => {
        await signet(['login', 'demo', '--server', `http://${host}:${port}`], `${password}\n`);
        expect(stranger.seen).toEqual([]);
        expect(honest.seen[0]).toContain(password);
      },
    );
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('sees no call of the gateway at %s', async (host) => {
    const file = join(folder.path, 'cli-session.json');
    const session = {
      server: 'x',
      username: 'demo',
      sessionId: 'ses_x',
      accessToken,
      expiresAt: '2099-01-01',
    };
    writeFileSync(file, JSON.stringify(session));
    running();
    await honest.listen({ host: '127.0.0.1', port });
    await signet(['call', `http://${host}:${port}/demo/hello?a=1`]);
    expect(stranger.seen).toEqual([]);
    expect(honest.seen[0]).toMatch(/^GET \/demo\/hello\?a=1\n/);
    expect(honest.seen[0]).toContain(accessToken);
  });

  describe('is not asked for keys', () => {
    const verify = (url: string) =>
      runInProcess(['token', 'verify', '--jwks-url', url], {
        input: accessToken,
        environment: { ...environment, SIGNET_DATA: folder.path },
      });

    it.each(['localhost', '127.0.0.1', '[::1]'])('of the Signet that runs, called %s', async (host) => {
      running();
      await honest.listen({ host: '127.0.0.1', port });
      await verify(`http://${host}:${port}/.well-known/jwks.json`);
      expect(honest.seen[0]).toMatch(/^GET \/\.well-known\/jwks\.json\n/);
      expect(stranger.seen).toEqual([]);
    });

    it('where nobody is known to run, and told to be named in figures', async () => {
      const ran = await verify(`http://localhost:${port}/.well-known/jwks.json`);
      expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('in figures') });
      expect(stranger.seen).toEqual([]);
    });
  });

  it('gets no token at another port of localhost, though the token says its address', async () => {
    const aud = ['{"alg":"ES256"}', JSON.stringify({ aud: `http://localhost:${port}` }), 'x'];
    const token = aud.map((part) => Buffer.from(part).toString('base64url')).join('.');
    const session = { server: 'x', username: 'demo', sessionId: 'ses_x', expiresAt: '2099-01-01' };
    const file = join(folder.path, 'cli-session.json');
    writeFileSync(file, JSON.stringify({ ...session, accessToken: token }));
    running({ gateway: 'http://127.0.0.1:1', control: 'http://127.0.0.1:1', issuer: 'http://localhost:1' });
    const ran = await signet(['call', `http://localhost:${port}/`]);
    expect(ran.err).toContain('may be anybody on this machine');
    expect(stranger.seen.join()).not.toContain(token);
  });

  describe('where no Signet is known to run', () => {
    const untrue: readonly (readonly [string, () => void])[] = [
      ['there is no running file', () => undefined],
      [
        'others could have written the running file',
        () => {
          running({ control: `http://[::1]:${port}` });
          chmodSync(join(folder.path, 'server.json'), 0o606);
        },
      ],
    ];

    it.each(untrue)('sees nothing when %s', async (_what, prepare) => {
      prepare();
      for (const [, words] of withSecrets) {
        const ran = await signet(words, `${password}\n`);
        expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('npx --no signet start') });
      }
      expect(stranger.seen).toEqual([]);
    });

    it('sees nothing when the socket that is named is nobody’s any more', async () => {
      running({ socket: join(folder.path, 'control.sock') });
      const ran = await signet(['user', 'list']);
      expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
      expect(stranger.seen).toEqual([]);
    });

    it.each([
      ['http://localhost', 1, 'nothing was sent'],
      ['http://signet.localhost', 1, 'nothing was sent'],
      ['http://login.example', 2, 'not sent over http'],
      ['http://192.0.2.7', 2, 'not sent over http'],
      ['ftp://localhost', 2, 'cannot be used'],
    ])('sends nothing to %s named by hand', async (server, code, said) => {
      const ran = await signet(['login', 'demo', '--server', `${server}:${port}`], `${password}\n`);
      expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(said) });
      expect(stranger.seen).toEqual([]);
    });

    it('asks the address that is written in figures', async () => {
      await honest.listen({ host: '127.0.0.1', port });
      await signet(['login', 'demo', '--server', `http://127.0.0.1:${port}`], `${password}\n`);
      expect(honest.seen[0]).toContain(password);
      expect(stranger.seen).toEqual([]);
    });
  });
});
