import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSigned } from '@signet/testing/certificates';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, type Ran, type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

describe('a client on the command line', () => {
  const folder = temporaryFolder();
  let server: RunningSignet;
  let secret = '';
  let token = '';

  beforeAll(async () => {
    server = await startSignet({ dataFolder: folder.path, by: [process.execPath, launcher] });
  });

  afterAll(async () => {
    await server.stop();
    folder[Symbol.dispose]();
  });

  const signet = (...words: string[]): Promise<Ran> => runInProcess([...words, '--data', folder.path]);
  const answered = async (...words: string[]) => JSON.parse((await signet(...words, '--json')).out);
  const ask = (given: string) =>
    fetch(`${server.web}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`invoices:${given}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  const call = () => fetch(`${server.gateway}/demo/hello`, { headers: { authorization: `Bearer ${token}` } });

  it('is added, and its secret shown once', async () => {
    const ran = await signet(
      ...['client', 'add', 'invoices', '--grant', 'client_credentials'],
      ...['--audience', server.gateway, '--scope', 'demo:read'],
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    secret = /^Secret {4}([\w-]{43}) {3}\(shown this once/m.exec(ran.out)?.[1] ?? '';
    expect((await ask(secret)).status).toBe(200);
    for (const words of [
      ['client', 'list'],
      ['client', 'show', 'invoices'],
    ]) {
      const shown = await signet(...words);
      expect(shown.out).toContain('invoices');
      expect(shown.out).not.toContain(secret);
    }
  });

  it('has pages without a token, if it is an app of the house that names where they are', async () => {
    const words = ['client', 'add', 'spa', '--type', 'public', '--browser-tokens', 'cookie'];
    const alone = await signet(...words);
    expect(alone).toMatchObject({ code: 1, err: expect.stringContaining('browserTokens') });
    const origin = ['--origin', 'https://spa.example', '--first-party'];
    expect(await signet(...words, ...origin)).toMatchObject({ code: 0, err: '' });
    expect((await signet('client', 'show', 'spa')).out).toMatch(/^In pages +no token: it is in a cookie$/m);
  });

  it('is an app on a device with its refresh token in the body, if it is a public app of the house without pages', async () => {
    const words = ['client', 'add', 'phone', '--native', '--type', 'public', '--audience', server.gateway];
    const others = await signet(...words);
    expect(others).toMatchObject({ code: 1, err: expect.stringContaining('native') });
    expect(await signet(...words, '--first-party')).toMatchObject({ code: 0, err: '' });
    expect((await signet('client', 'show', 'phone')).out).toMatch(/^On devices +signs people in itself;/m);
  });

  it('proves itself by a certificate, by a name in it or by the whole of it', async () => {
    const words = ['client', 'add', 'billing', '--grant', 'client_credentials', '--audience', server.gateway];
    const two = await signet(...words, '--mtls', 'dns=billing.example', '--mtls', 'uri=urn:billing');
    expect(two).toMatchObject({ code: 1, err: expect.stringContaining('exactly one of') });
    const wild = await signet(...words, '--mtls', 'dns=*.example');
    expect(wild).toMatchObject({ code: 1, err: expect.stringContaining('without wildcard') });
    const named = await signet(...words, '--mtls', 'subject=CN=billing,O=Example', '--certificate-bound');
    expect(named).toMatchObject({ code: 0, err: '' });
    expect(named.out).not.toContain('Secret');
    const shown = (await signet('client', 'show', 'billing')).out;
    expect(shown).toMatch(/^Proof +certificate with subject CN=billing,O=Example$/m);
    expect(shown).toMatch(/^Tokens +bound to its certificate, and no others$/m);

    const { certificate, key } = selfSigned();
    const file = join(folder.path, 'client.pem');
    writeFileSync(file, key + certificate);
    const pinned = await answered(...words.with(2, 'pinned'), '--mtls', `pinned=${file}`);
    expect(pinned.client.certificate.pinned[0].trim()).toBe(certificate.trim());
    expect(JSON.stringify(pinned)).not.toContain('PRIVATE KEY');
  });

  it('is refused in the words of signet.yaml, and twice', async () => {
    const wrong = await signet('client', 'add', 'other', '--grant', 'pasword');
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('client_credentials') });
    const again = await signet('client', 'add', 'invoices', '--type', 'public');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('client_exists') });
  });

  it('gets a new secret beside the old one, and loses the old one', async () => {
    const { secret: newer } = await answered('client', 'secret', 'invoices', '--overlap', '1h');
    expect([(await ask(secret)).status, (await ask(newer)).status]).toEqual([200, 200]);
    expect(await signet('client', 'secret', 'invoices', '--end-earlier')).toMatchObject({ code: 0 });
    expect([(await ask(secret)).status, (await ask(newer)).status]).toEqual([401, 200]);
    secret = newer;
    expect(await signet('client', 'secret', 'invoices', '--overlap', 'soon')).toMatchObject({ code: 2 });
  });

  it('loses what it has when it is revoked, and goes on', async () => {
    ({ access_token: token } = (await (await ask(secret)).json()) as { access_token: string });
    expect((await call()).status).toBe(200);
    const revoked = await signet('revoke', '--client', 'invoices');
    expect(revoked).toMatchObject({
      code: 0,
      out: expect.stringContaining('every token of client invoices'),
    });
    expect((await call()).status).toBe(401);
    expect((await ask(secret)).status).toBe(200);
  });

  it('is removed with its tokens, and the refusal is explained', async () => {
    expect(await signet('client', 'remove', 'invoices')).toMatchObject({ code: 0, err: '' });
    expect(await (await ask(secret)).json()).toMatchObject({ error: 'invalid_client' });
    const refused = await call();
    expect(refused.status).toBe(401);
    const { reference } = (await refused.json()) as { reference: string };
    const explained = await signet('explain', reference);
    expect(explained.out).toMatch(/all tokens of its client up to a time were revoked/);
    expect(explained.out).toMatch(/Client +invoices/);
    expect(await signet('client', 'remove', 'invoices')).toMatchObject({
      code: 1,
      err: expect.stringContaining('client_unknown'),
    });
  });

  it('has an API key in its place where the route takes one, shown once, until that is rotated or revoked', async () => {
    const file = join(folder.path, 'signet.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      before.replace('      issuer: house\n', '      issuer: house\n      apiKey: { header: x-api-key }\n'),
    );
    const made = await signet(
      ...['api-key', 'create', 'Nightly export', '--owner', 'reporting', '--claim', 'tenant=acme'],
      ...['--audience', server.gateway, '--scope', 'demo:read', '--lifetime', '90d'],
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    const key = /^Key {7}(sgk_[0-9a-f]{72}) {3}\(shown this once/m.exec(made.out)?.[1] ?? '';
    const callBy = (given: string) =>
      fetch(`${server.gateway}/demo/hello`, { headers: { 'x-api-key': given } });
    // The file is taken over soon after it was saved.
    await expect.poll(async () => (await callBy(key)).status).toBe(200);
    expect(await (await callBy(key)).text()).not.toContain(key);
    const listed = await signet('api-key', 'list');
    expect(listed.out).toMatch(/^apk_\w{26} +Nightly export +reporting +good +20/m);
    expect(listed.out).not.toContain(key.slice(4, 30));
    const { key: newer } = await answered('api-key', 'rotate', 'Nightly export');
    expect([(await callBy(key)).status, (await callBy(newer)).status]).toEqual([401, 200]);
    expect(await signet('api-key', 'revoke', 'Nightly export')).toMatchObject({ code: 0, err: '' });
    const refused = await callBy(newer);
    const { code, reference } = (await refused.json()) as { code: string; reference: string };
    expect([refused.status, code]).toEqual([401, 'api_key_revoked']);
    const explained = await signet('explain', reference);
    expect(explained.out).toContain('The API key apk_');
    expect(explained.out).not.toContain('sgk_');
  });
});
