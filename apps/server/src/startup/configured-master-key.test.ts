import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStandInVault } from '../secrets/stores/testing/stand-in-vault.ts';
import { startSignet, type TestSignetOptions } from '../testing/running-signet.ts';
import { readConfiguredMasterKey } from './configured-master-key.ts';

const key = 'ab'.repeat(32);

describe('a master key that signet.yaml leads to', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder[Symbol.dispose]());

  const written = (reference: string): string => {
    const file = join(folder.path, 'signet.yaml');
    writeFileSync(file, `identity:\n  masterKey: ${reference}\n`);
    return file;
  };
  const startOnce = async (options?: TestSignetOptions): Promise<string> => {
    const signet = await startSignet(folder.path, options);
    await signet.close();
    return signet.logged();
  };
  const asNamed = (SIGNET_KEY: string) => ({ environment: { SIGNET_KEY } });

  it('seals the keys, so that no other is made and none but it opens them', async () => {
    written('env:SIGNET_KEY');
    await startOnce(asNamed(key));
    expect(existsSync(join(folder.path, 'master.key'))).toBe(false);
    await startOnce(asNamed(key));
    await expect(startOnce(asNamed('cd'.repeat(32)))).rejects.toMatchObject({
      refusal: { code: 'master_key_wrong', sentence: expect.stringContaining('does not open') },
    });
    await expect(startOnce()).rejects.toMatchObject({ refusal: { code: 'secret_unreadable' } });
  });

  it('is left in no environment that a gateway process or a command could inherit', async () => {
    written('env:SIGNET_TEST_KEY');
    process.env['SIGNET_TEST_KEY'] = key;
    await startOnce({ environment: { SIGNET_TEST_KEY: key } });
    expect(process.env['SIGNET_TEST_KEY']).toBeUndefined();
  });

  it('is left to commands where it opens no store for Signet, and else to nobody', async () => {
    const file = join(folder.path, 'signet.yaml');
    process.env['VAULT_TOKEN'] = 'hvs.token';
    writeFileSync(file, 'version: 1\n');
    await startOnce();
    expect(process.env['VAULT_TOKEN']).toBe('hvs.token');
    await using vault = await openStandInVault({ secrets: { 'secret/data/x': [{ key }] } });
    const { address } = vault;
    const identity = { masterKey: 'vault:secret/data/x#key' };
    rmSync(join(folder.path, 'master.key'));
    rmSync(join(folder.path, 'signet.db'));
    writeFileSync(file, JSON.stringify({ identity, secrets: { vault: { address } } }));
    await startOnce({ environment: { VAULT_TOKEN: 'hvs.root' } });
    expect(process.env['VAULT_TOKEN']).toBeUndefined();
    expect(existsSync(join(folder.path, 'master.key'))).toBe(false);
  });

  it('is read from the file beside the configuration, unless others can read it', async () => {
    written('file:house.key');
    writeFileSync(join(folder.path, 'house.key'), `${key}\n`, { mode: 0o600 });
    await startOnce();
    chmodSync(join(folder.path, 'house.key'), 0o644);
    await expect(startOnce()).rejects.toMatchObject({ refusal: { code: 'secret_exposed' } });
  });

  it('is no key: refused, and not shown', async () => {
    written('env:SIGNET_KEY');
    const failure = await startOnce(asNamed('correct-horse')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ refusal: { code: 'master_key_wrong' } });
    expect(JSON.stringify(failure)).not.toContain('correct-horse');
  });

  it('is warned about with its line where it is written out, and stands in no log', async () => {
    written(key);
    const logged = await startOnce();
    expect(logged).toMatch(/"line":2,"path":"identity.masterKey"/);
    expect(logged).not.toContain(key);
    expect(readFileSync(join(folder.path, 'signet.db')).includes(key)).toBe(false);
  });

  it('is found by a command beside the server, as the server finds it', async () => {
    const configurationFile = written('env:SIGNET_KEY');
    const variable = (name: string) => (name === 'SIGNET_KEY' ? key : undefined);
    const found = await readConfiguredMasterKey({ configurationFile, variable });
    expect(found).toEqual(Uint8Array.from(Buffer.from(key, 'hex')));
    const absent = join(folder.path, 'absent.yaml');
    expect(await readConfiguredMasterKey({ configurationFile: absent, variable })).toBeUndefined();
  });
});
