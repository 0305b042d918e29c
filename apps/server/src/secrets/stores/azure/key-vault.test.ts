import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { readBy } from '../testing/read-by.ts';
import { openStandIn } from '../testing/stand-in.ts';
import { app, openStandInAzure, type StandInAzure } from '../testing/stand-in-azure.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const secret = 'correct-horse';
const version = '4387e9f3d6e14c459867679a90fd0f79';
const holding = {
  mail: { value: secret },
  [`mail/${version}`]: { value: 'older' },
  many: { value: JSON.stringify({ password: secret }) },
  none: {},
};
const asApp = ({ address }: StandInAzure) => ({
  azure: {
    vault: address,
    authority: address,
    tenant: app.tenant,
    clientId: app.clientId,
    clientSecret: 'env:APP',
  },
});
const variables = { APP: app.secret };
const refused = (reason: string) => ({
  refusal: { code: 'secret_unreadable', actual: expect.stringContaining(reason) },
});
const signIns = ({ received }: StandInAzure) => received.filter(({ path }) => path.includes('oauth2')).length;

describe('a secret in Azure Key Vault', () => {
  it('is its value or a member of it, of the version that is named, by one sign-in', async () => {
    await using azure = await openStandInAzure(holding);
    const read = readBy({ secrets: asApp(azure), variables });
    expect(await read('azure:mail')).toBe(secret);
    expect(await read(`azure:mail/${version}`)).toBe('older');
    expect(await read('azure:many#password')).toBe(secret);
    expect(signIns(azure)).toBe(1);
  });

  it.each([
    ['there is none', 'azure:absent', '404 SecretNotFound'],
    ['it has no value', 'azure:none', 'without a value'],
    ['it is no object to take a field of', 'azure:mail#password', 'no JSON object'],
  ])('is refused where %s', async (_, reference, reason) => {
    await using azure = await openStandInAzure(holding);
    const error = await readBy({ secrets: asApp(azure), variables })(reference).catch(
      (each: unknown) => each,
    );
    expect(error).toMatchObject(refused(reason));
    expect(JSON.stringify(error)).not.toMatch(/correct-horse|the-secret-of-nobody/);
  });

  it('is asked for again where the vault throttles or fails, and then no more', async () => {
    await using azure = await openStandInAzure(holding);
    const read = readBy({ secrets: asApp(azure), variables });
    await read('azure:mail');
    azure.first.push({ status: 429 }, { status: 503 });
    expect(await read('azure:mail')).toBe(secret);
    azure.first.push({ status: 429 }, { status: 429 }, { status: 429 });
    await expect(read('azure:mail')).rejects.toMatchObject(refused('status 429'));
  });

  it('takes its token nowhere else, whatever vault and redirects say', async () => {
    await using other = await openStandIn(() => ({ status: 200 }));
    await using azure = await openStandInAzure(holding);
    const read = readBy({ secrets: asApp(azure), variables });
    await read('azure:mail');
    azure.first.push(...[1, 2, 3].map(() => ({ status: 302, headers: { location: other.address } })));
    await expect(read('azure:mail')).rejects.toMatchObject(refused('redirect'));
    azure.tokens.clear();
    expect(await read('azure:mail')).toBe(secret);
    expect(other.received).toEqual([]);
  });

  it('needs a vault that the configuration names, by TLS', async () => {
    await expect(readBy({})('azure:mail')).rejects.toMatchObject(refused('no vault'));
    expect(() => readBy({ secrets: { azure: { vault: 'http://company.vault.azure.net' } } })).toThrow(
      'with https',
    );
    for (const text of [
      'azure:../x',
      'azure:evil.example/x',
      'azure:a/b',
      'azure:https://evil.example/',
      'azure:',
    ]) {
      expect(() => readBy({})(text)).toThrow('azure:NAME');
    }
  });
});

describe('signing in to Azure', () => {
  it('with a wrong secret is refused, and tells nothing of it', async () => {
    await using azure = await openStandInAzure(holding);
    const read = readBy({ secrets: asApp(azure), variables: { APP: 'wrong-secret' } });
    const error = await read('azure:mail').catch((each: unknown) => each);
    expect(error).toMatchObject(refused('invalid_client at the sign-in'));
    expect(JSON.stringify(error)).not.toMatch(/wrong-secret|the-secret-of-nobody/);
  });

  it('is done as the workload, by the token of its service account', async () => {
    await using azure = await openStandInAzure(holding);
    const file = join(folder.path, 'federated');
    writeFileSync(file, 'token-of-the-service-account', { mode: 0o644 });
    const read = readBy({
      secrets: { azure: { vault: azure.address } },
      variables: {
        AZURE_FEDERATED_TOKEN_FILE: file,
        AZURE_TENANT_ID: app.tenant,
        AZURE_CLIENT_ID: app.clientId,
        AZURE_AUTHORITY_HOST: `${azure.address}/`,
      },
    });
    expect(await read('azure:mail')).toBe(secret);
  });

  it('is done as the machine where nothing else is said, until five minutes before its end', async () => {
    await using azure = await openStandInAzure(holding);
    let time = 0;
    const read = readBy({
      secrets: { azure: { vault: azure.address } },
      now: () => time,
      instead: { 'http://169.254.169.254': azure.address },
    });
    for (time of [0, 86_000_000, 86_200_000]) expect(await read('azure:mail')).toBe(secret);
    expect(signIns(azure)).toBe(2);
  });

  it('as an app service asks this machine and no other', async () => {
    await using azure = await openStandInAzure(holding);
    const by = (IDENTITY_ENDPOINT: string) =>
      readBy({
        secrets: { azure: { vault: azure.address } },
        variables: { IDENTITY_ENDPOINT, IDENTITY_HEADER: 'of-the-app' },
      })('azure:mail');
    await using app = await openStandIn(({ headers, path }) => {
      azure.tokens.add('of-the-app-service');
      const asked = headers['x-identity-header'] === 'of-the-app' && path.includes('api-version=2019-08-01');
      return asked
        ? { status: 200, body: { access_token: 'of-the-app-service', expires_on: '1' } }
        : { status: 400 };
    });
    expect(await by(`${app.address}/msi/token`)).toBe(secret);
    await expect(by('http://evil.example/msi/token')).rejects.toMatchObject(refused('none of this machine'));
  });
});
