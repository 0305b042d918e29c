import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSignet } from './testing/running-signet.ts';
import { bearer, refresh, signIn, signOut } from './testing/session.ts';

describe('a restart', () => {
  it('keeps accounts, keys, sessions and revocations, and prints no password again', async () => {
    const folder = temporaryFolder();
    const first = await startSignet(folder.path);
    const password = first.password('demo');
    const kept = await signIn(first.web, 'demo', password);
    const ended = await signIn(first.web, 'demo', password);
    await signOut(first.web, ended.cookie);
    const keys = await (await fetch(`${first.web}/.well-known/jwks.json`)).json();
    await first.close();

    const flags = { port: new URL(first.web).port, gatewayPort: new URL(first.gateway).port };
    const second = await startSignet(folder.path, { flags });
    onTestFinished(async () => {
      await second.close();
      folder[Symbol.dispose]();
    });
    expect(second.credentials).toEqual([]);
    expect(await (await fetch(`${second.web}/.well-known/jwks.json`)).json()).toEqual(keys);
    const call = (token: string) => fetch(`${second.gateway}/demo/again`, bearer(token));
    expect((await call(kept.accessToken)).status).toBe(200);
    expect((await call(ended.accessToken)).status).toBe(401);
    expect((await refresh(second.web, kept.cookie)).sessionId).toBe(kept.sessionId);
  });

  it('leaves nothing behind that says that it still runs, and files that only their owner may read', async () => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path);
    const running: unknown = JSON.parse(readFileSync(join(folder.path, 'server.json'), 'utf8'));
    expect(running).toMatchObject({ issuer: signet.web });
    expect(statSync(join(folder.path, 'master.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.path, 'signet.db')).mode & 0o777).toBe(0o600);
    await signet.close();
    expect(existsSync(join(folder.path, 'server.json'))).toBe(false);
  });
});
