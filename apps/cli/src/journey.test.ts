import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, type Ran, type RunningSignet, runSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './testing/run-in-process.ts';

describe('the journey of a token on the command line', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'cli-session.json');
  let server: RunningSignet;

  beforeAll(async () => {
    server = await startSignet({ dataFolder: folder.path, by: [process.execPath, launcher] });
  });

  afterAll(async () => {
    await server.stop();
    folder[Symbol.dispose]();
  });

  const signet = (words: readonly string[], input = ''): Promise<Ran> =>
    runInProcess([...words, '--data', folder.path], { input });
  const call = (...words: string[]) => signet(['call', `${server.gateway}/demo/hello`, ...words]);

  const states = async () => {
    const { keys } = JSON.parse((await signet(['keys', 'list', '--json'])).out) as {
      keys: { id: string; state: string }[];
    };
    return keys;
  };

  it('refuses a wrong password without keeping anything', async () => {
    const ran = await signet(['login', 'demo', '--json'], 'wrong\n');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(JSON.parse(ran.err)).toMatchObject({ error: { code: 'credentials_invalid' } });
  });

  it('explains why it did not sign in, without the name or the password', async () => {
    const refused = await signet(['login', 'demo'], 'wrong guess\n');
    const [reference = ''] = /req_\w{26}/.exec(refused.err) ?? [];
    const ran = await signet(['explain', reference]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('POST /auth/login was refused with 401');
    expect(ran.out).toMatch(/Decided by +identity/);
    expect(ran.out).not.toMatch(/demo|guess|\n\n\n/);
  });

  it('signs in, and keeps the session where only its owner can read it', async () => {
    const ran = await signet(['login', 'demo'], `${server.password('demo')}\n`);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ran.out).not.toContain(session()['accessToken']);
  });

  it('gives the token of the session and the keys that verify it, and nothing else', async () => {
    const token = await signet(['session', 'token']);
    expect(token).toEqual({ code: 0, out: `${session()['accessToken']}\n`, err: '' });
    const keys = join(folder.path, 'keys.json');
    writeFileSync(keys, (await signet(['session', 'keys'])).out);
    const words = ['token', 'verify', '--key', keys, '--issuer', server.web, '--json'];
    const verified = await runInProcess(words, { input: token.out });
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(verified.out)).toMatchObject({ payload: { sid: session()['sessionId'] } });
  });

  it('calls through the gateway and shows what the upstream received', async () => {
    const ran = await call('-X', 'POST', '-d', '{"a":1}', '-H', 'x-mine: yes', '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      status: 200,
      body: { method: 'POST', headers: { 'x-mine': 'yes', 'x-user-id': expect.stringMatching(/^usr_/) } },
    });
  });

  it('refreshes an access token that has run out, and keeps the new cookie', async () => {
    const before = session();
    writeFileSync(file, JSON.stringify({ ...before, expiresAt: '2020-01-01T00:00:00.000Z' }));
    expect((await call()).code).toBe(0);
    expect(session()['refreshCookie']).not.toBe(before['refreshCookie']);
    expect(session()['sessionId']).toBe(before['sessionId']);
  });

  it('does not show the token to an address that it is not made for', async () => {
    const elsewhere = `${server.web}/nothing`;
    const ran = await signet(['call', elsewhere]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('was not sent');
    expect((await signet(['call', elsewhere, '--dangerously-send-token'])).err).not.toContain('was not sent');
  });

  it('shows the session to no other server when logging out', async () => {
    const ran = await signet(['logout', '--server', server.gateway]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('nothing was sent');
    expect((await call()).code).toBe(0);
  });

  it('logs out, and takes the refresh cookie out of the file', async () => {
    expect(session()).toHaveProperty('refreshCookie');
    const ran = await signet(['logout']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(session()).not.toHaveProperty('refreshCookie');
    expect(session()).toHaveProperty('endedAt');
  });

  it('shows the refusal of the same token, in three parts and with a reference', async () => {
    const ran = await call();
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('401');
    for (const part of ['Expected', 'Got', 'Fix', 'token_revoked', 'npx --no signet explain req_']) {
      expect(ran.err).toContain(part);
    }
  });

  it('explains it, by its reference and as the last one', async () => {
    const { reference } = JSON.parse((await call('--json')).out) as { reference: string };
    const byReference = await signet(['explain', reference]);
    const last = await signet(['explain', 'last', '--json']);
    expect(byReference.code).toBe(0);
    expect(byReference.out).toContain('check-revocation');
    expect(byReference.out).toContain('not reached');
    expect(JSON.parse(last.out)).toMatchObject({ reference, refusal: { code: 'token_revoked' } });
  });

  it('says of the token of an ended session that gateways refuse it', async () => {
    const ran = await signet(['session', 'token']);
    expect(ran).toMatchObject({ code: 0, out: `${session()['accessToken']}\n` });
    expect(ran.err).toMatch(/The session ended at \S+ gateways\s+refuse\s+this\s+token/);
  });

  it('links to the explanation, without the token and its holder', async () => {
    const ran = await signet(['explain', 'last', '--link']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.split('#')[0]).toBe(`${server.web}/`);
    const carried = Buffer.from(ran.out.split('explanation=')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(carried)).toMatchObject({ refusal: { code: 'token_revoked' } });
    expect(carried).not.toMatch(/eyJ|usr_|ses_/);
    expect(JSON.parse((await signet(['explain', 'last', '--link', '--json'])).out)).toEqual({
      link: ran.out.trim(),
    });
  });

  it('explains as the last one what another client was refused', async () => {
    const other = await fetch(`${server.gateway}/demo/hello`);
    const reference = other.headers.get('signet-reference');
    const last = await signet(['explain', 'last', '--json']);
    expect(JSON.parse(last.out)).toMatchObject({ reference, refusal: { code: 'token_missing' } });
  });

  it('logs out twice without complaint', async () => {
    expect((await signet(['logout', '--json'])).code).toBe(0);
  });

  it('adds a user whose one-time password must be replaced, and revokes the session', async () => {
    const added = JSON.parse(
      (await signet(['user', 'add', 'ada', '--scope', 'demo:read', '--json'])).out,
    ) as {
      oneTimePassword: string;
    };
    const ran = await signet(
      ['login', 'ada', '--json'],
      `${added.oneTimePassword}\nnine-lives-of-a-cat-42\n`,
    );
    expect(ran.code).toBe(0);
    const { sessionId } = JSON.parse(ran.out) as { sessionId: string };
    expect((await call()).code).toBe(0);
    expect((await signet(['user', 'list'])).out).toMatch(/^ada +usr_\w+ +active +– +demo:read +–$/m);
    const revoked = await signet(['revoke', sessionId, '--wait']);
    expect([revoked.code, revoked.out]).toEqual([
      0,
      expect.stringMatching(
        /Revoked session ses_.*\n.*\n.*Accepted nowhere after 20.*Z: 1 gateway and 0 apps/,
      ),
    ]);
    expect((await call()).code).toBe(1);
  });

  it('rehearses a rotation of the keys and publishes the next one, which must not sign yet', async () => {
    const rehearsed = await signet(['keys', 'rotate', '--dry-run']);
    expect(rehearsed).toMatchObject({ code: 0, err: '' });
    expect(rehearsed.out).toMatch(
      /^Would publish a next key.*\nSigns +key_\w+\nLive +tokens of key_\w+, until/,
    );
    expect(await states()).toMatchObject([{ state: 'active' }]);
    expect((await signet(['keys', 'rotate'])).out).toMatch(/Published key_\w+; it signs nothing yet/);
    expect((await signet(['keys', 'rotate'])).err).toContain('signing_key_too_new');
    expect((await signet(['keys', 'rotate', '--dry-run'])).out).toMatch(/^(Knows|Waits) +gateway-1/m);
  });

  it('lists the next key, and takes no other algorithm for it nor one that signing keys cannot have', async () => {
    const { out } = await signet(['keys', 'list']);
    expect(out).toMatch(/^key_\w+ +ES256 +all +next/m);
    expect(out).toMatch(/^Next by schedule: the next key signs after 2/m);
    expect((await signet(['keys', 'rotate', '--algorithm', 'RS256'])).err).toContain('signing_key_in_use');
    expect((await signet(['keys', 'rotate', '--algorithm', 'HS256'])).code).toBe(2);
  });

  it('signs with the next key when told to, and retires nothing that is needed', async () => {
    expect((await signet(['keys', 'rotate', '--dangerously-sign-at-once'])).code).toBe(0);
    const [before, after] = await states();
    for (const id of [before?.id ?? '', after?.id ?? '']) {
      expect((await signet(['keys', 'retire', id])).err).toContain('signing_key_in_use');
    }
    expect((await signet(['keys', 'reseal'])).out).toMatch(/Sealed 0 of 2 keys anew/);
    expect((await signet(['keys', 'retire', 'my-key'])).code).toBe(2);
    expect((await states()).map(({ state }) => state)).toEqual(['retiring', 'active']);
  });

  it('says no to a user who exists, a reference nobody knows and a session nobody has', async () => {
    expect((await signet(['user', 'add', 'ada'])).err).toContain('account_exists');
    expect((await signet(['explain', `req_${'0'.repeat(26)}`])).err).toContain('reference_unknown');
    expect((await signet(['revoke', `ses_${'0'.repeat(26)}`])).err).toContain('revocation_target_invalid');
    expect((await signet(['explain', 'nonsense'])).code).toBe(2);
  });

  it('is refused without the master key', async () => {
    const other = temporaryFolder();
    const web = `http://127.0.0.1:${new URL(server.web).port}`;
    const words = ['explain', `req_${'0'.repeat(26)}`, '--server', web, '--data', other.path];
    expect(await runSignet(words)).toMatchObject({
      code: 1,
      err: expect.stringContaining('master_key_missing'),
    });
    const environment = { SIGNET_MASTER_KEY: '7'.repeat(64) };
    expect(await runSignet(words, { environment })).toMatchObject({
      code: 1,
      err: expect.stringContaining('signature_invalid'),
    });
    other[Symbol.dispose]();
  });

  it('checks a configuration with line and column', async () => {
    const good = await runSignet(['config', 'check', join(folder.path, 'signet.yaml')]);
    expect(good.code).toBe(0);
    const bad = join(folder.path, 'bad.yaml');
    writeFileSync(bad, 'version: 1\nrouts: []\n');
    const ran = await runSignet(['config', 'check', bad]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`${bad}:2:1`);
    expect(JSON.parse((await runSignet(['config', 'check', bad, '--json'])).out)).toMatchObject({
      ok: false,
    });
  });

  it('stops on SIGTERM through the launcher with 0, and then says how to start', async () => {
    const { child } = server.started;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    const ran = await signet(['login', 'demo', '--server', server.web], 'x\n');
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('npx --no signet start') });
  });

  function session(): Record<string, string> {
    return JSON.parse(readFileSync(file, 'utf8'));
  }
});
