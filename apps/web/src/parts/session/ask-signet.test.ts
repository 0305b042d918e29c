import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findSignet, signIn } from './ask-signet.ts';

const open: { close(): void; closeAllConnections(): void }[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A real server that is no Signet, and the bodies that were sent to it. */
async function answering(answer: (response: ServerResponse) => void) {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    received.push((await request.toArray()).join(''));
    answer(response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { surroundings: { origin, fetch }, origin, received };
}

describe('asking the Signet behind the page', () => {
  it.each([
    ['a web page', (response: ServerResponse) => response.end('<!doctype html>')],
    ['404', (response: ServerResponse) => response.writeHead(404).end('no')],
    ['another JSON', (response: ServerResponse) => response.end('{"issuer":7}')],
    [
      'a redirect',
      (response: ServerResponse) => response.writeHead(302, { location: 'https://evil.example/' }).end(),
    ],
    ['nothing', (response: ServerResponse) => response.destroy()],
  ])('finds nobody where %s comes', async (_, answer) => {
    const { surroundings } = await answering(answer);
    expect(await findSignet(surroundings)).toEqual({ kind: 'nobody' });
  });

  it('names the address of a Signet that has another one', async () => {
    const { surroundings } = await answering((response) =>
      response.end('{"issuer":"https://login.example"}'),
    );
    expect(await findSignet(surroundings)).toEqual({ kind: 'elsewhere', issuer: 'https://login.example' });
  });

  it('sends the password nowhere else when the sign-in answers with a redirect', async () => {
    const other = await answering((response) => response.end('{}'));
    const { surroundings } = await answering((response) =>
      response.writeHead(307, { location: `${other.origin}/auth/login` }).end(),
    );
    expect(await signIn(surroundings, { username: 'ada', password: 'p' })).toEqual({ kind: 'nobody' });
    expect(other.received).toEqual([]);
  });
});
