import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openControlSocket } from './control-socket.ts';
import { closeListening } from './listen-at-all.ts';
import { reservePort } from './reserve-port.ts';

function ask(socketPath: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  request({ socketPath, path: '/', agent: false }, (answer) => text(answer).then(resolve, reject))
    .on('error', reject)
    .end();
  return promise;
}

describe.skipIf(process.platform === 'win32')('the socket of the control side', () => {
  let folder: string;
  let server: Server;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signet-socket-'));
    server = await reservePort({ host: '127.0.0.1', port: 0, what: 'A test', option: '' });
    server.on('request', ({ socket }, response) => response.end(`for ${socket.remoteAddress}`));
  });
  afterEach(async () => {
    await closeListening(server);
    rmSync(folder, { recursive: true, force: true });
  });

  it('lies in the data folder, for its owner only, and goes with the server', async () => {
    const socket = await openControlSocket(server, folder);
    expect(socket?.path).toBe(join(folder, 'control.sock'));
    expect(statSync(socket?.path ?? '').mode & 0o777).toBe(0o600);
    expect(await ask(socket?.path ?? '')).toBe('for 127.0.0.1');
    await closeListening(server, socket === undefined ? [] : [socket]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the place of one that a killed server left behind', async () => {
    writeFileSync(join(folder, 'control.sock'), 'left behind');
    const socket = await openControlSocket(server, folder);
    expect(await ask(socket?.path ?? '')).toBe('for 127.0.0.1');
    await socket?.close();
  });

  it.each([
    ['whose path is too long for a socket', 'x'.repeat(100)],
    ['whose path is too long in bytes, though not in letters', 'ä'.repeat(50)],
  ])('lies in a folder of its own, for its owner only, for a data folder %s', async (_what, name) => {
    const long = join(folder, name);
    mkdirSync(long);
    const socket = await openControlSocket(server, long, folder);
    const own = dirname(socket?.path ?? '');
    expect(dirname(own)).toBe(folder);
    expect([statSync(own).mode & 0o777, statSync(socket?.path ?? '').mode & 0o777]).toEqual([0o700, 0o600]);
    expect(await ask(socket?.path ?? '')).toBe('for 127.0.0.1');
    await socket?.close();
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('lies there too where the data folder takes no socket', async () => {
    mkdirSync(join(folder, 'control.sock'));
    const socket = await openControlSocket(server, folder, folder);
    expect(socket?.path).toMatch(/signet-\w{6}\/control\.sock$/);
    await socket?.close();
    expect(readdirSync(folder)).toEqual(['control.sock']);
  });

  it('is not to be had where both paths are too long, or there is no place for temporary files', async () => {
    const long = join(folder, 'x'.repeat(100));
    mkdirSync(long);
    expect(await openControlSocket(server, long, long)).toBeUndefined();
    expect(await openControlSocket(server, long, join(folder, 'missing'))).toBeUndefined();
  });
});
