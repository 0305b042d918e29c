import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadingBy, readBy } from '../testing/read-by.ts';
import { openStandIn } from '../testing/stand-in.ts';
import { openStandInVault, type StandInVault } from '../testing/stand-in-vault.ts';

const secret = 'correct-horse';
const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

/** By a configuration that has `vault`. */
const reader = ({ vault, ...rest }: Omit<ReadingBy, 'secrets'> & { readonly vault?: object }) =>
  readBy({ secrets: { vault }, folder: folder.path, ...rest });

const withToken = (vault: StandInVault) => ({ address: vault.address, token: 'env:TOKEN' });
const root = { TOKEN: 'hvs.root' };
const reference = 'vault:secret/data/signet/mail#password';

const holding = (value: unknown = secret) => ({
  secrets: { 'secret/data/signet/mail': [{ password: 'older' }, { password: value }] },
});

const refused = (reason: string) => ({
  refusal: {
    code: 'secret_unreadable',
    variant: 'store',
    actual: expect.stringContaining(reason),
    sentence: expect.stringContaining(reference.slice(0, 25)),
  },
});

describe('a secret in Vault', () => {
  it('is the field of the newest version, or of the one that is named', async () => {
    await using vault = await openStandInVault(holding());
    const read = reader({ vault: withToken(vault), variables: root });
    expect(await read(reference)).toBe(secret);
    expect(await read('vault:secret/data/signet/mail?version=1#password')).toBe('older');
  });

  it('is found where the usual variables lead, in a namespace too', async () => {
    await using vault = await openStandInVault({ ...holding(), namespace: 'team-a' });
    const variables = { VAULT_ADDR: `${vault.address}/`, VAULT_TOKEN: 'hvs.root', VAULT_NAMESPACE: 'team-a' };
    expect(await reader({ variables })(reference)).toBe(secret);
  });

  it.each([
    ['there is no such path', 'vault:secret/data/signet/mailx#password', 'status 404'],
    ['the version was deleted', 'vault:secret/data/signet/mail?version=3#password', 'status 404'],
    ['there is no such field', 'vault:secret/data/signet/mail?version=2#user', 'no field `user`'],
    ['the field is one of every object', 'vault:secret/data/signet/mail?version=2#constructor', 'no field'],
    ['the field is no text', 'vault:secret/data/signet/mail?version=2#port', 'is no text'],
  ])('is refused where %s', async (_, text, reason) => {
    await using vault = await openStandInVault({
      secrets: { 'secret/data/signet/mail': [{}, { password: secret, port: 5 }, undefined] },
    });
    const read = reader({ vault: withToken(vault), variables: root });
    await expect(read(text)).rejects.toMatchObject(refused(reason));
  });

  it('is refused where the token may not read it, is none, or is not there', async () => {
    await using vault = await openStandInVault(holding());
    const by = (variables: Record<string, string>) =>
      reader({ vault: withToken(vault), variables })(reference);
    await expect(by({ TOKEN: 'hvs.other' })).rejects.toMatchObject(refused('status 403'));
    await expect(by({ TOKEN: 'hvs.root\r\nX-Evil: yes' })).rejects.toMatchObject(
      refused('no header can carry'),
    );
    await expect(reader({ vault: { address: vault.address } })(reference)).rejects.toMatchObject(
      refused('no token'),
    );
    await expect(reader({})(reference)).rejects.toMatchObject(refused('no address'));
  });

  it('is asked for again where Vault is sealed, standing by or too busy, and then no more', async () => {
    await using vault = await openStandInVault(holding());
    const waited: number[] = [];
    const read = reader({ vault: withToken(vault), variables: root, waited });
    vault.first.push({ status: 503 }, { status: 429 });
    expect(await read(reference)).toBe(secret);
    expect(waited).toHaveLength(2);
    vault.first.push({ status: 503 }, { status: 503 }, { status: 503 });
    const failed = read(reference);
    await expect(failed).rejects.toMatchObject(refused('status 503'));
    expect(JSON.stringify(await failed.catch((error) => error))).not.toContain('the-secret-of-nobody');
    expect(vault.received).toHaveLength(6);
  });
});

describe('signing in to Vault', () => {
  const appRole = (vault: StandInVault) => ({
    address: vault.address,
    appRole: { roleId: 'signet', secretId: 'env:SECRET_ID' },
  });
  const variables = { SECRET_ID: 'the-secret-id' };

  it('by AppRole gives a token that is kept until two thirds of its time have passed', async () => {
    await using vault = await openStandInVault({ ...holding(), lease: 3600 });
    let time = 0;
    const read = reader({ vault: appRole(vault), variables, now: () => time });
    for (time of [0, 2_390_000, 2_500_000]) expect(await read(reference)).toBe(secret);
    expect(vault.received.filter(({ path }) => path.endsWith('/login'))).toHaveLength(2);
  });

  it('is done anew, once, where the token was revoked before its time', async () => {
    await using vault = await openStandInVault(holding());
    const read = reader({ vault: appRole(vault), variables });
    await read(reference);
    vault.tokens.clear();
    expect(await read(reference)).toBe(secret);
    await expect(read('vault:other/data/mail#password')).rejects.toMatchObject({
      refusal: { actual: 'status 404' },
    });
  });

  it('with a wrong secret id is refused, and tells nothing of it', async () => {
    await using vault = await openStandInVault(holding());
    const read = reader({ vault: appRole(vault), variables: { SECRET_ID: 'wrong-secret-id' } });
    const error = await read(reference).catch((each: unknown) => each);
    expect(error).toMatchObject(refused('status 400 at the login'));
    expect(JSON.stringify(error)).not.toContain('wrong-secret-id');
  });

  it('by the service account reads its token anew, whoever may read that', async () => {
    await using vault = await openStandInVault({ ...holding(), lease: 0 });
    const tokenFile = join(folder.path, 'service-account');
    writeFileSync(tokenFile, 'token-of-the-service-account', { mode: 0o644 });
    const read = reader({ vault: { address: vault.address, kubernetes: { role: 'signet', tokenFile } } });
    for (let each = 0; each < 2; each++) expect(await read(reference)).toBe(secret);
    expect(vault.received.filter(({ path }) => path.endsWith('/login'))).toHaveLength(1);
  });
});

describe('what answers in place of Vault', () => {
  it('leads the token nowhere else', async () => {
    await using other = await openStandIn(() => ({ status: 200 }));
    await using vault = await openStandInVault(holding());
    vault.first.push(
      ...[1, 2, 3].map(() => ({ status: 307, headers: { location: `${other.address}/v1/x` } })),
    );
    const read = reader({ vault: withToken(vault), variables: root });
    await expect(read(reference)).rejects.toMatchObject(refused('a redirect (307)'));
    expect(other.received).toEqual([]);
  });

  it('is spoken to by TLS alone beyond this machine, wherever the address is from', async () => {
    const variables = { VAULT_ADDR: 'http://169.254.169.254', VAULT_TOKEN: 'hvs.root' };
    await expect(reader({ variables })(reference)).rejects.toMatchObject(refused('no TLS'));
    expect(() => reader({ vault: { address: 'http://vault.example:8200' } })).toThrow('with https');
  });

  it.each([
    ['more than a secret can be', 'x'.repeat(300 * 1024)],
    ['no document', '<html>correct-horse</html>'],
    ['the same member twice', '{"data":{},"data":{"data":{"password":"correct-horse"}}}'],
  ])('is refused with %s', async (_, body) => {
    await using server = await openStandIn(() => ({ status: 200, body }));
    const read = reader({ vault: { address: server.address, token: 'env:TOKEN' }, variables: root });
    const error = await read(reference).catch((each: unknown) => each);
    expect(error).toMatchObject({ refusal: { code: 'secret_unreadable' } });
    expect(JSON.stringify(error)).not.toContain('correct-horse');
  });
});

describe('a reference to Vault', () => {
  it.each([
    'vault:secret/data/signet/mail',
    'vault:secret/signet/mail#password',
    'vault:secret/data/../../sys/seal#password',
    'vault:secret/data/./x#password',
    'vault:secret/data/a%2f..#password',
    'vault:secret/data/a?version=1&x=y#password',
    'vault:secret/data/a?version=0#password',
    'vault:secret/data//a#password',
    'vault:@evil.example/data/a\r\n#password',
    'vault:https://evil.example/data/a#password',
  ])('is none: %s', (text) => {
    expect(() => reader({})(text)).toThrow('MOUNT/data/PATH#FIELD');
  });

  it('does not open Vault itself', () => {
    for (const vault of [{ token: reference }, { appRole: { roleId: 'signet', secretId: reference } }]) {
      expect(() => reader({ vault })).toThrow('cannot be in a store of secrets itself');
    }
  });
});
