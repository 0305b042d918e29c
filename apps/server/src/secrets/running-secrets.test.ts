import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOperatorCredential } from '@signet/sdk/admin';
import { createClient } from '@signet/sdk/client';
import { temporaryFolder } from '@signet/testing/machine';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMasterKey } from '../startup/master-key.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';
import { openStandInVault, type StandInVault } from './stores/testing/stand-in-vault.ts';

const secretOf = (number: number) => `correct-horse-battery-${number}`;
const partnerSecret = 'a secret of a partner, of forty letters.';

describe('a running Signet whose secrets are replaced', () => {
  const folder = temporaryFolder();
  const users: unknown[] = [];
  let vault: StandInVault;
  let signet: TestSignet;
  let mail: Awaited<ReturnType<typeof startMailServer>>;

  beforeAll(async () => {
    vault = await openStandInVault({
      secrets: { 'kv/data/signet': [{ mail: 'mail-secret-1', robot: secretOf(1), partner: partnerSecret }] },
    });
    mail = await startMailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => {
        users.push(password);
        done(null, { user: 'signet' });
      },
    });
    const configuration = {
      secrets: { vault: { address: vault.address, token: 'env:TOKEN' }, refreshEvery: 'by-hand' },
      mail: {
        from: 'a@example.org',
        smtp: {
          server: `smtp://127.0.0.1:${mail.port}`,
          username: 'signet',
          password: 'vault:kv/data/signet#mail',
        },
      },
      issuers: {
        partner: {
          secret: 'vault:kv/data/signet#partner',
          issuer: 'https://p.example',
          algorithms: ['HS256'],
        },
      },
      upstreams: { nobody: { targets: [{ url: 'http://127.0.0.1:1' }] } },
      routes: [
        {
          id: 'partner',
          match: { methods: ['GET'], path: '/partner' },
          auth: { issuer: 'partner', audience: 'https://api.example' },
          upstream: 'nobody',
        },
      ],
      clients: {
        robot: {
          name: 'Robot',
          type: 'confidential',
          grants: ['client_credentials'],
          audiences: ['https://api.example'],
          secrets: ['vault:kv/data/signet#robot'],
        },
      },
    };
    writeFileSync(join(folder.path, 'signet.yaml'), JSON.stringify(configuration));
    signet = await startSignet(folder.path, { environment: { TOKEN: 'hvs.root' } });
  });

  afterAll(async () => {
    await signet.close();
    await mail[Symbol.asyncDispose]();
    await vault[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const admin = () => {
    const key = parseMasterKey(readFileSync(join(folder.path, 'master.key'), 'utf8'));
    if (key === undefined) throw new Error('no master key');
    const issuer = signet.web;
    return createClient({
      issuer,
      fetch,
      credential: (request) => createOperatorCredential(key, issuer, request, Date.now()),
    });
  };

  const statusWith = async (secret: string) => {
    const authorization = `Basic ${Buffer.from(`robot:${secret}`).toString('base64')}`;
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const answer = await fetch(`${signet.web}/oauth/token`, {
      method: 'POST',
      headers: { authorization },
      body,
    });
    return answer.status;
  };

  it('takes the old and the new secret of a client, shows the new one to the mail server, and tells neither', async () => {
    expect(await statusWith(secretOf(1))).toBe(200);
    expect(await statusWith(secretOf(2))).toBe(401);
    const partner = partnerSecret;
    vault.secrets['kv/data/signet']?.push({ mail: 'mail-secret-2', robot: secretOf(2), partner });
    await admin().sendTestMail({ to: 'ada@example.org', language: 'en' });
    await mail.mail(0);
    const refreshed = await admin().refreshSecrets({});
    expect(refreshed).toEqual({
      changed: ['mail.smtp.password', 'clients.robot.secrets.0'],
      unchanged: 1,
      failed: [],
    });
    await admin().sendTestMail({ to: 'ada@example.org', language: 'en' });
    await mail.mail(1);
    expect(users).toEqual(['mail-secret-1', 'mail-secret-2']);
    for (const [number, status] of [
      [1, 200],
      [2, 200],
      [3, 401],
    ] as const) {
      expect(await statusWith(secretOf(number))).toBe(status);
    }
    await admin().refreshSecrets({ endOverlap: true });
    expect([await statusWith(secretOf(1)), await statusWith(secretOf(2))]).toEqual([401, 200]);
    const listed = await admin().listSecrets();
    expect(listed.secrets.map(({ key, kind, reads }) => [key, kind, reads])).toEqual([
      ['mail.smtp.password', 'vault', 'schedule'],
      ['secrets.vault.token', 'env', 'sign-in'],
      ['clients.robot.secrets.0', 'vault', 'schedule'],
      ['issuers.partner.secret', 'vault', 'schedule'],
    ]);
    const clients = await admin().listClients({ limit: 10 });
    const told = JSON.stringify([refreshed, listed, clients, signet.logged()]);
    expect(told).not.toMatch(/correct-horse|mail-secret|hvs\.root|of a partner/);
  });

  it('takes at its gateway what was signed with the secret of an issuer, and nothing signed with another', async () => {
    const statusUnder = async (secret: string) => {
      const key = await importSigningKey({ from: 'secret', secret }, 'HS256');
      if (key.kind === 'refused') throw new Error(key.refusal.sentence);
      const claims = { iss: 'https://p.example', aud: 'https://api.example', sub: 'ada', jti: 'jti_one' };
      const token = await signToken({ ...claims, exp: Date.now() / 1000 + 900 }, { key: key.key });
      return (await fetch(`${signet.gateway}/partner`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    };
    // Behind the route nobody answers.
    expect([await statusUnder(partnerSecret), await statusUnder(`${partnerSecret}!`)]).toEqual([502, 401]);
    expect(signet.logged()).not.toContain(partnerSecret);
  });

  it('is told of a file that needs what cannot be read, and goes on with the one before', async () => {
    const file = join(folder.path, 'signet.yaml');
    const before = readFileSync(file, 'utf8');
    const { version } = signet.configuration.state();
    writeFileSync(file, before.replace('signet#mail"', 'signet#absent"'));
    await signet.configuration.reload();
    expect(signet.configuration.state()).toMatchObject({
      version,
      lastProblem: { problems: [{ message: expect.stringContaining('no field `absent`') }] },
    });
    writeFileSync(file, before);
    await signet.configuration.reload();
    expect(signet.configuration.state().lastProblem).toBeUndefined();
  });
});
