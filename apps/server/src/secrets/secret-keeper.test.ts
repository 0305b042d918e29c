import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Configuration, readConfiguration } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { createDeclaredClients } from './client-secrets.ts';
import { followSecrets } from './follow-secrets.ts';
import { createSecretKeeper } from './secret-keeper.ts';
import { openStandInVault } from './stores/testing/stand-in-vault.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const first = 'correct-horse-battery-1';
const second = 'correct-horse-battery-2';
const hour = 3_600_000;

function configurationOf(password: string, secrets: object = {}, more: object = {}): Configuration {
  const smtp = { server: 'smtp://mail.example', username: 'signet', password };
  const file = { secrets, mail: { from: 'a@example.org', smtp }, ...more };
  const reading = readConfiguration(JSON.stringify(file), { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.configuration;
}

function keeperFor(configuration: Configuration, variables: Record<string, string> = {}) {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const clocks = new ManualClocks();
  const log = makeLogger('debug', stream);
  let running = configuration;
  const keeper = createSecretKeeper({
    places: { folder: folder.path, variable: (name) => variables[name] },
    configuration: () => running,
    clocks,
    log,
    host: { wait: async () => undefined },
  });
  const run = (next: Configuration) => {
    running = next;
  };
  return { keeper, clocks, log, run, logged: () => lines.join('') };
}

const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text, { mode: 0o600 });
const file = (name: string) => ({ kind: 'file', path: name }) as const;
const unreadable = expect.objectContaining({ code: 'secret_unreadable' });

describe('what the issuers of a configuration refer to', () => {
  const issuing = (source: object, algorithm = 'HS256') =>
    configurationOf(
      'file:of-mail',
      {},
      {
        issuers: { partner: { issuer: 'https://p.example', algorithms: [algorithm], ...source } },
      },
    );
  const secret = 'a secret of a partner, of forty letters.';

  it('is told by its words, the newest first, and of nothing else is anything told', async () => {
    write('of-mail', first);
    write('partner', secret);
    const { keeper, clocks } = keeperFor(issuing({ secret: 'file:partner' }));
    await keeper.hold(issuing({ secret: 'file:partner' }));
    expect(keeper.handed('file:partner')).toEqual([secret]);
    write('partner', `${secret}!`);
    await keeper.refresh();
    expect(keeper.handed('file:partner')).toEqual([`${secret}!`, secret]);
    clocks.pass(hour);
    expect(keeper.handed('file:partner')).toEqual([`${secret}!`]);
    for (const other of ['file:of-mail', 'file:nobody', 'env:DATABASE_URL', ''])
      expect(keeper.handed(other)).toEqual([]);
  });

  it('is told of a configuration that is about to run as well', async () => {
    write('partner', secret);
    const { keeper } = keeperFor(configurationOf('file:of-mail'));
    expect(keeper.handed('file:partner')).toEqual([]);
    await keeper.hold(issuing({ secret: 'file:partner' }));
    expect(keeper.handed('file:partner')).toEqual([secret]);
  });

  it.each([
    ['a public key where a secret should be', { secret: 'file:partner' }, 'HS256', publicPem],
    ['a private key where a public one should be', { keys: 'file:partner' }, 'ES256', privatePem],
    ['a secret where a public key should be', { keys: 'file:partner' }, 'ES256', secret],
    ['a secret shorter than its hash', { secret: 'file:partner' }, 'HS512', secret],
  ])('is not taken over: %s', async (_, source, algorithm, text) => {
    write('partner', text);
    const configuration = issuing(source, algorithm);
    const { keeper, logged } = keeperFor(configuration);
    const failure = await keeper.hold(configuration).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'secret_unreadable' });
    expect(JSON.stringify([failure, logged()])).not.toContain(text.slice(30, 50));
    expect(keeper.handed('file:partner')).toEqual([]);
  });

  it('is taken over as a public key', async () => {
    write('partner', publicPem);
    const configuration = issuing({ keys: 'file:partner' }, 'ES256');
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    expect(keeper.handed('file:partner')).toEqual([publicPem.trimEnd()]);
  });
});

describe('the hash of a machine', () => {
  const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'b'.repeat(43)}`;
  const configuration = configurationOf(
    'literal-enough-of-a-password',
    {},
    { machines: { billing: { passwordHash: 'file:billing' } } },
  );

  it('is told to gateways, and the one before it as well while it is replaced', async () => {
    write('billing', `${hash}\n`);
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    expect(keeper.handed('file:billing')).toEqual([hash]);
    const next = hash.replace('AAAA', 'BBBB');
    write('billing', next);
    await keeper.refresh();
    expect(keeper.handed('file:billing')).toEqual([next, hash]);
  });

  it('is not taken over where a password stands in its place, which nothing repeats', async () => {
    write('billing', 'otter lamp gravel');
    const { keeper, logged } = keeperFor(configuration);
    const failure = await keeper.hold(configuration).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'secret_unreadable' });
    expect(JSON.stringify([failure, logged()])).not.toContain('otter');
  });
});

describe('a secret that an API shares', () => {
  const sharing = (algorithm: string) =>
    configurationOf(
      'literal-enough-of-a-password',
      {},
      {
        identity: { apiSecrets: { 'https://orders.example': 'file:orders' } },
        apis: { orders: { audience: 'https://orders.example', algorithm } },
      },
    );

  it.each([
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ])('of %s has %i bytes at least, at the start and whenever it is read', async (algorithm, bytes) => {
    const configuration = sharing(algorithm);
    const { keeper, logged } = keeperFor(configuration);
    write('orders', 'x'.repeat(bytes - 1));
    await expect(keeper.hold(configuration)).rejects.toMatchObject({
      refusal: {
        code: 'secret_unreadable',
        variant: 'unfit',
        expected: expect.stringContaining(`${bytes} bytes`),
      },
    });
    write('orders', 'y'.repeat(bytes));
    await keeper.hold(configuration);
    write('orders', 'z'.repeat(bytes - 1));
    expect((await keeper.refresh()).failed).toMatchObject([
      { key: 'identity.apiSecrets.https://orders.example' },
    ]);
    expect(keeper.accepted(file('orders'))).toEqual(['y'.repeat(bytes)]);
    expect(logged()).not.toContain('zzz');
  });

  it('is taken beside the one before for the overlap, and listed without telling it', async () => {
    const configuration = sharing('HS256');
    const { keeper, clocks } = keeperFor(configuration);
    write('orders', 'a'.repeat(32));
    await keeper.hold(configuration);
    write('orders', 'b'.repeat(32));
    await keeper.refresh();
    expect(keeper.accepted(file('orders'))).toEqual(['b'.repeat(32), 'a'.repeat(32)]);
    expect(keeper.list().secrets.map(({ key }) => key)).toContain(
      'identity.apiSecrets.https://orders.example',
    );
    expect(JSON.stringify(keeper.list())).not.toContain('bbb');
    clocks.pass(hour);
    expect(keeper.accepted(file('orders'))).toEqual(['b'.repeat(32)]);
  });
});

describe('secrets of the configuration', () => {
  it('are read at the start, and known when the environment has lost them', async () => {
    const variables: Record<string, string> = { OTHER_SECRET: 'otter' };
    const { keeper } = keeperFor(configurationOf('env:OTHER_SECRET'), variables);
    await keeper.hold(configurationOf('env:OTHER_SECRET'));
    delete variables['OTHER_SECRET'];
    expect(await keeper.refresh()).toEqual({ changed: [], unchanged: 0, failed: [] });
    expect(keeper.reveal({ kind: 'env', name: 'OTHER_SECRET' })).toBe('otter');
  });

  it('that lead nowhere fail the start, or the change that brings them', async () => {
    const configuration = configurationOf('file:nowhere');
    const { keeper } = keeperFor(configuration);
    await expect(keeper.hold(configuration)).rejects.toThrow(unreadable);
    expect(() => keeper.reveal(file('nowhere'))).toThrow(unreadable);
  });

  it('are no more than can be read', async () => {
    const secrets = Array.from({ length: 1025 }, (_, each) => [`c${each}`, client([`file:many-${each}`])]);
    const configuration = configurationOf('env:X', {}, { clients: Object.fromEntries(secrets) });
    const { keeper } = keeperFor(configuration);
    await expect(keeper.hold(configuration)).rejects.toMatchObject({ refusal: { variant: 'too_many' } });
  });
});

describe('a secret that was replaced', () => {
  it('is used at once, and the one before taken for the overlap, by the clock that nobody sets', async () => {
    write('replaced', first);
    const configuration = configurationOf('file:replaced', { overlap: '1h' });
    const { keeper, clocks } = keeperFor(configuration);
    await keeper.hold(configuration);
    const revision = keeper.revision();
    write('replaced', second);
    expect(keeper.accepted(file('replaced'))).toEqual([first]);
    expect(await keeper.refresh()).toEqual({ changed: ['mail.smtp.password'], unchanged: 0, failed: [] });
    expect(keeper.reveal(file('replaced'))).toBe(second);
    expect(keeper.revision()).not.toBe(revision);
    clocks.set(24 * hour);
    expect(keeper.accepted(file('replaced'))).toEqual([second, first]);
    clocks.pass(hour);
    expect(keeper.accepted(file('replaced'))).toEqual([second]);
  });

  it('and came back is none of before', async () => {
    write('back', first);
    const configuration = configurationOf('file:back');
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    for (const text of [second, first]) {
      write('back', text);
      await keeper.refresh();
    }
    expect(keeper.accepted(file('back'))).toEqual([first, second]);
  });

  it('again and again leaves no more than a few before it', async () => {
    write('often', first);
    const configuration = configurationOf('file:often');
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    for (let each = 0; each < 20; each++) {
      write('often', `${second}-${each}`);
      await keeper.refresh();
    }
    expect(keeper.accepted(file('often'))).toHaveLength(5);
  });

  it('because others have it is taken no longer where that is said', async () => {
    write('stolen', first);
    const configuration = configurationOf('file:stolen');
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    write('stolen', second);
    await keeper.refresh({ endOverlap: true });
    expect(keeper.accepted(file('stolen'))).toEqual([second]);
  });
});

describe('a secret that cannot be read again', () => {
  it('stays as it was, and says since when and why, of itself nothing', async () => {
    write('lost', first);
    const configuration = configurationOf('file:lost');
    const { keeper, clocks, logged } = keeperFor(configuration);
    await keeper.hold(configuration);
    const readAt = clocks.wall();
    clocks.pass(hour);
    write('lost', second);
    chmodSync(join(folder.path, 'lost'), 0o644);
    const { failed } = await keeper.refresh();
    expect(failed).toEqual([{ key: 'mail.smtp.password', reason: expect.stringContaining('lost') }]);
    expect(keeper.reveal(file('lost'))).toBe(first);
    expect(keeper.list().secrets[0]).toMatchObject({
      reference: 'file:lost',
      reads: 'schedule',
      readAt,
      failure: { at: clocks.wall() },
    });
    expect(logged()).toContain('the last one stays in use');
    const told = JSON.stringify([keeper.list(), failed, logged()]);
    expect(told).not.toContain('correct-horse');
    chmodSync(join(folder.path, 'lost'), 0o600);
    await keeper.refresh();
    expect(keeper.list().secrets[0]?.failure).toBeUndefined();
  });

  it('does not keep others from it', async () => {
    await using vault = await openStandInVault({ secrets: { 'secret/data/x': [{ a: first }] } });
    write('beside', first);
    const secrets = { vault: { address: vault.address, token: 'env:TOKEN' } };
    const robot = client(['file:beside']);
    const configuration = configurationOf('vault:secret/data/x#a', secrets, { clients: { robot } });
    const { keeper } = keeperFor(configuration, { TOKEN: 'hvs.root' });
    await keeper.hold(configuration);
    vault.tokens.clear();
    write('beside', second);
    expect(await keeper.refresh()).toMatchObject({
      changed: ['clients.robot.secrets.0'],
      failed: [{ key: 'mail.smtp.password' }],
    });
  });

  it('where a link in its place leads to what others can read, or to no file', async () => {
    write('swapped', first);
    write('others', 'of-somebody-else');
    chmodSync(join(folder.path, 'others'), 0o666);
    const configuration = configurationOf('file:swapped');
    const { keeper } = keeperFor(configuration);
    await keeper.hold(configuration);
    for (const target of ['others', 'nowhere', 'swapped.new']) {
      symlinkSync(target, join(folder.path, 'swapped.new'));
      renameSync(join(folder.path, 'swapped.new'), join(folder.path, 'swapped'));
      expect((await keeper.refresh()).failed).toHaveLength(1);
      rmSync(join(folder.path, 'swapped.new'), { force: true });
    }
    expect(keeper.accepted(file('swapped'))).toEqual([first]);
  });
});

const client = (secrets: readonly string[]) => ({
  name: 'Robot',
  type: 'confidential',
  grants: ['client_credentials'],
  audiences: ['https://api.example'],
  secrets,
});

describe('the secret of a client', () => {
  it('is known by its hash alone, with the one before it', async () => {
    write('robot', first);
    const configuration = configurationOf('env:X', {}, { clients: { robot: client(['file:robot']) } });
    const { keeper, clocks } = keeperFor(configuration, { X: 'x' });
    await keeper.hold(configuration);
    const declared = createDeclaredClients(() => configuration.clients, keeper);
    const hashes = () => declared()['robot']?.secretHashes;
    const before = hashes();
    expect(declared()).toBe(declared());
    write('robot', second);
    await keeper.refresh();
    expect(hashes()).toHaveLength(2);
    expect(hashes()?.[1]).toBe(before?.[0]);
    clocks.pass(hour);
    expect(hashes()).toHaveLength(1);
    expect(JSON.stringify(declared())).not.toMatch(/correct-horse|secretReferences/);
  });

  it('is refused where it can be guessed, at the start and when it is read again', async () => {
    write('short', 'hunter2');
    const configuration = configurationOf('env:X', {}, { clients: { robot: client(['file:short']) } });
    const { keeper } = keeperFor(configuration, { X: 'x' });
    const failure = await keeper.hold(configuration).catch((error: unknown) => error);
    expect(failure).toMatchObject({ refusal: { code: 'secret_unreadable', actual: '7 characters' } });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
    write('short', first);
    await keeper.hold(configuration);
    write('short', 'hunter2');
    expect(await keeper.refresh()).toMatchObject({
      failed: [{ reason: expect.stringContaining('7 characters') }],
    });
    expect(keeper.accepted(file('short'))).toEqual([first]);
  });
});

describe('another configuration', () => {
  it('finds its secrets, though one was read again before it was taken over', async () => {
    write('now', first);
    write('next', second);
    const now = configurationOf('file:now');
    const next = configurationOf('file:next');
    const { keeper, run } = keeperFor(now);
    await keeper.hold(now);
    await keeper.hold(next);
    await keeper.refresh();
    run(next);
    expect(keeper.reveal(file('next'))).toBe(second);
    await keeper.refresh();
    expect(() => keeper.reveal(file('now'))).toThrow(unreadable);
  });
});

describe('the schedule', () => {
  it('reads again once the time has come, and not before; by hand, never', async () => {
    const { clocks, log, keeper } = keeperFor(configurationOf('env:X'));
    let refreshed = 0;
    const counting = {
      refresh: async () => {
        refreshed += 1;
        if (refreshed === 2) throw new Error('no good day');
        return { changed: [], unchanged: 0, failed: [] };
      },
    };
    expect(keeper.list()).toMatchObject({ refreshEvery: 300_000, overlap: hour });
    let configuration = configurationOf('env:X', { refreshEvery: '5m' }).secrets;
    const followed = followSecrets({
      keeper: counting,
      configuration: () => configuration,
      steady: clocks.steady,
      log,
    });
    for (const [minutes, times] of [
      [4, 0],
      [1, 1],
      [4, 1],
      [1, 2],
      [5, 3],
    ] as const) {
      clocks.pass(minutes * 60_000);
      await followed.look();
      expect(refreshed).toBe(times);
    }
    configuration = configurationOf('env:X', { refreshEvery: 'by-hand' }).secrets;
    clocks.pass(24 * hour);
    await followed.look();
    await followed.close();
    expect(refreshed).toBe(3);
  });
});
