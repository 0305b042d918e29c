import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SignetError } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { portOf, reservePort } from './startup/reserve-port.ts';
import { startSignet, type TestSignetOptions } from './testing/running-signet.ts';
import { signIn } from './testing/session.ts';

describe('a start that cannot be', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder[Symbol.dispose]());

  it.each([
    ['port', '--port'],
    ['gatewayPort', '--gateway-port'],
  ])('names the port and the option when the %s is taken, and has made nothing', async (flag, option) => {
    const other = await occupied();
    const refusal = await failure({ flags: { [flag]: String(portOf(other)) } });
    expect(refusal).toMatchObject({ code: 'port_taken' });
    expect(refusal.sentence).toContain(String(portOf(other)));
    expect(refusal.fix).toContain(option);
    expect(existsSync(join(folder.path, 'signet.db'))).toBe(false);
    expect(existsSync(join(folder.path, 'master.key'))).toBe(false);
  });

  it('names the line of the configuration when the demo port is taken', async () => {
    await startOnce();
    const other = await occupied();
    const file = join(folder.path, 'signet.yaml');
    const changed = readFileSync(file, 'utf8').replace(/echoPort: \d+/, `echoPort: ${portOf(other)}`);
    writeFileSync(file, changed);
    expect(await failure()).toMatchObject({
      code: 'port_taken',
      fix: expect.stringContaining('demo.echoPort'),
    });
  });

  it('refuses a second server on the same data folder, and leaves the first alone', async () => {
    const first = await startSignet(folder.path);
    onTestFinished(() => first.close());
    expect(await failure()).toMatchObject({ code: 'data_folder_in_use' });
    expect((await fetch(`${first.web}/healthz`)).status).toBe(200);
  });

  it('takes the folder again after the first has stopped', async () => {
    await startOnce();
    await startOnce();
  });

  it('says so when the data folder is a file', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    expect(await failure({ flags: { data: file } })).toMatchObject({ code: 'data_folder_not_writable' });
  });

  it('says so when the data folder cannot be made', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const refusal = await failure({ flags: { data: join(file, 'data') } });
    expect(refusal).toMatchObject({
      code: 'data_folder_not_writable',
      fix: expect.stringContaining('--data'),
    });
  });

  it('never makes a new master key where sealed keys wait for the old one', async () => {
    await startOnce();
    rmSync(join(folder.path, 'master.key'));
    expect(await failure()).toMatchObject({
      code: 'master_key_missing',
      fix: expect.stringContaining('backup'),
    });
    expect(existsSync(join(folder.path, 'master.key'))).toBe(false);
  });

  it('refuses another master key, and starts again with the right one', async () => {
    const password = await startOnce();
    const right = readFileSync(join(folder.path, 'master.key'), 'utf8');
    writeFileSync(join(folder.path, 'master.key'), Buffer.alloc(32, 7).toString('base64url'));
    expect(await failure()).toMatchObject({ code: 'master_key_wrong' });
    writeFileSync(join(folder.path, 'master.key'), 'no key');
    expect(await failure()).toMatchObject({ code: 'master_key_wrong' });
    rmSync(join(folder.path, 'master.key'));
    const signet = await startSignet(folder.path, { environment: { SIGNET_MASTER_KEY: right.trim() } });
    onTestFinished(() => signet.close());
    expect((await signIn(signet.web, 'demo', password)).tokenType).toBe('Bearer');
  });

  it('refuses a database made by a newer program, and leaves it as it is', async () => {
    await startOnce();
    const database = new DatabaseSync(join(folder.path, 'signet.db'));
    database.exec("insert into schema_versions (version, name) values (9999, 'from the future')");
    database.close();
    expect(await failure()).toMatchObject({ code: 'database_too_new' });
  });

  it('shows every error of the configuration with its line', async () => {
    writeFileSync(join(folder.path, 'signet.yaml'), 'version: 1\nrouts: []\ngateway: { clockSkew: never }\n');
    const refusal = await failure();
    expect(refusal.code).toBe('configuration_invalid');
    expect(refusal.sentence).toMatch(/signet\.yaml:2:/);
    expect(refusal.sentence).toMatch(/signet\.yaml:3:/);
    expect(existsSync(join(folder.path, 'signet.db'))).toBe(false);
  });

  it('does not make up a configuration for a data folder that has lost its own', async () => {
    await startOnce();
    rmSync(join(folder.path, 'signet.yaml'));
    expect(await failure()).toMatchObject({ code: 'configuration_invalid' });
    expect(existsSync(join(folder.path, 'signet.yaml'))).toBe(false);
  });

  it('does not make up a configuration that was named', async () => {
    const named = join(folder.path, 'other.yaml');
    expect(await failure({ flags: { config: named } })).toMatchObject({ code: 'configuration_invalid' });
  });

  it('says which server cannot be reached, without its password', async () => {
    const closed = await occupied();
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    const database = await failure({
      environment: { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/x` },
    });
    expect(database.code).toBe('database_unreachable');
    expect(JSON.stringify(database)).not.toContain('hunter2');
    const redis = await failure({ environment: { REDIS_URL: `redis://:hunter2@127.0.0.1:${port}` } });
    expect(redis.code).toBe('redis_unreachable');
    expect(JSON.stringify(redis)).not.toContain('hunter2');
  });

  it('has a host of its own to listen on', async () => {
    expect(await failure({ flags: { host: '203.0.113.7' } })).toMatchObject({ code: 'option_invalid' });
  });

  async function startOnce(): Promise<string> {
    const signet = await startSignet(folder.path);
    await signet.close();
    return signet.credentials.find(({ username }) => username === 'demo')?.password ?? '';
  }

  async function failure(options: TestSignetOptions = {}): Promise<SignetError['refusal']> {
    const error: unknown = await startSignet(folder.path, options).then(
      (signet) => signet.close(),
      (reason: unknown) => reason,
    );
    if (!(error instanceof SignetError))
      throw new Error('It started, or failed without a reason.', { cause: error });
    expect(error.refusal.fix ?? '').not.toBe('');
    return error.refusal;
  }
});

async function occupied(): Promise<Server> {
  const server = await reservePort({ host: '127.0.0.1', port: 0, what: 'Another program', option: '' });
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
  return server;
}
