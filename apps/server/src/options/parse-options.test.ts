import { join, resolve } from 'node:path';
import { SignetError } from '@signet/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Options } from './options.ts';
import { parseOptions } from './parse-options.ts';

type Texts = Readonly<Record<string, string>>;

const parse = (flags: Texts = {}, environment: Texts = {}): Options => parseOptions({ flags, environment });

function refusal(flags: Texts, environment: Texts = {}): SignetError['refusal'] {
  try {
    parse(flags, environment);
  } catch (error) {
    if (error instanceof SignetError) return error.refusal;
  }
  throw new Error('The options were taken.');
}

describe('the options', () => {
  it('are safe when nothing is said: this machine only, SQLite, one process', () => {
    const { settings, secrets } = parse();
    expect(settings).toEqual({
      role: 'all',
      host: '127.0.0.1',
      port: 9000,
      gatewayPort: 8080,
      dataFolder: join(process.cwd(), 'data'),
      configurationFile: join(process.cwd(), 'data', 'signet.yaml'),
      workers: 1,
      gatewaysFollow: 'applied',
      trustedProxies: [],
      logLevel: undefined,
    });
    expect(secrets).toEqual({});
  });

  it('come from the command line before the environment, and an empty variable is none', () => {
    const environment = { SIGNET_PORT: '1', SIGNET_GATEWAY_PORT: '2', SIGNET_HOST: '', SIGNET_WORKERS: '4' };
    expect(parse({ port: '7' }, environment).settings).toMatchObject({
      port: 7,
      gatewayPort: 2,
      host: '127.0.0.1',
      workers: 4,
    });
  });

  it('name proxies by address and by network', () => {
    const { settings } = parse({ trustedProxies: '10.0.0.7, 192.168.0.0/16,fd00::/8' });
    expect(settings.trustedProxies).toEqual(['10.0.0.7', '192.168.0.0/16', 'fd00::/8']);
  });

  it('name a certificate and its key, from wherever each comes', () => {
    const { settings } = parse({ tlsCertificate: '/a.pem' }, { SIGNET_TLS_KEY: '/a.key' });
    expect(settings.tls).toEqual({ certificate: resolve('/a.pem'), key: resolve('/a.key') });
  });

  it('answer probes and metrics nowhere but at a port that is named, on this machine unless told otherwise', () => {
    expect(parse({ statusHost: '0.0.0.0' }).settings.status).toBeUndefined();
    expect(parse({ statusPort: '9090' }).settings.status).toEqual({ host: '127.0.0.1', port: 9090 });
    const { settings } = parse({}, { SIGNET_STATUS_PORT: '1', SIGNET_STATUS_HOST: '10.0.0.7' });
    expect(settings.status).toEqual({ host: '10.0.0.7', port: 1 });
    expect(refusal({ statusPort: 'x' }).values).toMatchObject({ option: '--status-port' });
  });

  it('cannot be changed afterwards', () => {
    const { settings, secrets } = parse();
    expect(Object.isFrozen(settings) && Object.isFrozen(secrets)).toBe(true);
  });

  it.each([
    [{ port: '65536' }, '--port'],
    [{ port: '-1' }, '--port'],
    [{ port: '9000x' }, '--port'],
    [{ gatewayPort: '' }, '--gateway-port'],
    [{ workers: '0' }, '--workers'],
    [{ workers: '1.5' }, '--workers'],
    [{ logLevel: 'loud' }, '--log-level'],
    [{ issuer: 'localhost:9000' }, '--issuer'],
    [{ issuer: 'https://login.example.com/realm' }, '--issuer'],
    [{ issuer: 'https://me:secret@login.example.com' }, '--issuer'],
    [{ issuer: 'http://login.example.com' }, '--issuer'],
    [{ gatewayOrigin: 'http://127.0.0.1.example.com' }, '--gateway-origin'],
    [{ tlsKey: 'a.key' }, '--tls-key'],
    [{ tlsCertificate: 'a.pem' }, '--tls-certificate'],
    [{ tlsCertificate: 'a', tlsKey: 'b', issuer: 'http://localhost:9000' }, '--issuer'],
    [{ trustedProxies: 'proxy.example' }, '--trusted-proxies'],
    [{ trustedProxies: '10.0.0.1,' }, '--trusted-proxies'],
    [{ trustedProxies: '0.0.0.0/0' }, '--trusted-proxies'],
    [{ trustedProxies: '10.0.0.0/33' }, '--trusted-proxies'],
    [{ trustedProxies: 'true' }, '--trusted-proxies'],
  ])('refuse %j and name the option', (flags, name) => {
    const { code, sentence, expected, fix } = refusal(flags as unknown as Texts);
    expect(code).toBe('option_invalid');
    expect(sentence).toContain(name);
    expect(expected).toBeTruthy();
    expect(fix).toContain(name);
  });

  it('name the variable when the value came from there', () => {
    expect(refusal({}, { SIGNET_PORT: 'nine' }).sentence).toContain('SIGNET_PORT');
  });

  it.each(['https://login.example.com', 'http://localhost:9000', 'http://127.0.0.1:1', 'http://[::1]:9000'])(
    'take the issuer %s',
    (issuer) => expect(parse({ issuer }).settings.issuer).toBe(issuer),
  );

  it('take the issuer without the slash at its end, as tokens will carry it', () => {
    expect(parse({ issuer: 'https://login.example.com/' }).settings.issuer).toBe('https://login.example.com');
  });

  it('take the master key of before, and the issuer of before', () => {
    const { settings, secrets } = parse(
      {},
      { SIGNET_PREVIOUS_MASTER_KEY: 'ab'.repeat(32), SIGNET_PREVIOUS_ISSUER: 'https://old.example' },
    );
    expect(secrets.previousMasterKey).toEqual(new Uint8Array(32).fill(0xab));
    expect(settings.previousIssuer).toBe('https://old.example');
  });

  it('take a master key in hexadecimal and in base64url', () => {
    const bytes = new Uint8Array(32).fill(0xab);
    for (const SIGNET_MASTER_KEY of ['ab'.repeat(32), Buffer.from(bytes).toString('base64url')]) {
      expect(parse({}, { SIGNET_MASTER_KEY }).secrets.masterKey).toEqual(bytes);
    }
  });

  it('never repeat a secret, whatever is wrong with it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('SIGNET_MASTER_KEY', 'DATABASE_URL', 'REDIS_URL'),
        // "!" is in no alphabet that a key is written in, so no made-up secret is a good one.
        fc.string({ minLength: 20 }).map((text) => `hunter2!${text}`),
        (name, secret) => {
          expect(JSON.stringify(refusal({}, { [name]: secret }))).not.toContain('hunter2');
        },
      ),
    );
  });

  it('take ports and counts as whole numbers in range, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (port) => {
        const number = Number(port);
        const fine = /^\d{1,9}$/.test(port) && number <= 65_535;
        if (fine) expect(parse({ port }).settings.port).toBe(number);
        else expect(refusal({ port }).code).toBe('option_invalid');
      }),
    );
  });
});

const nodeFiles = { nodeCertificate: 'n.pem', nodeKey: 'n.key', nodeCa: 'ca.pem' };

describe('the role of a node', () => {
  it('has what it needs: a port where nodes connect to, or where it connects to itself', () => {
    expect(parse({ role: 'control', nodePort: '9443', ...nodeFiles }).settings).toMatchObject({
      role: 'control',
      node: { port: 9443, host: '127.0.0.1', control: [], files: { authority: resolve('ca.pem') } },
    });
    const control = 'control.internal:9443, [fd00::7]:9443';
    expect(parse({ role: 'gateway', control, ...nodeFiles }).settings.node?.control).toEqual([
      { host: 'control.internal', port: 9443 },
      { host: 'fd00::7', port: 9443 },
    ]);
  });

  it.each<[Texts, string, Texts?]>([
    [{ role: 'both' }, '--role'],
    [{ role: 'control', ...nodeFiles }, '--role'],
    [{ role: 'gateway', ...nodeFiles }, '--role'],
    [{ nodePort: '9443' }, '--node-port'],
    [{ nodePort: '9443', nodeCertificate: 'a', nodeKey: 'b' }, '--node-port'],
    [nodeFiles, '--node-certificate'],
    [{ control: 'a:1', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: 'a', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: 'a:0', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: 'a:70000', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: 'https://a:1', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: '[::x]:1', ...nodeFiles }, '--control'],
    [{ role: 'gateway', control: 'a:1', config: 'x', ...nodeFiles }, '--config'],
    [{ role: 'gateway', control: 'a:1', issuer: 'https://x', ...nodeFiles }, '--issuer'],
    [
      { role: 'gateway', control: 'a:1', ...nodeFiles },
      'DATABASE_URL',
      { DATABASE_URL: 'postgres://u:hidden@d/x' },
    ],
    [{ role: 'gateway', control: 'a:1', ...nodeFiles }, 'REDIS_URL', { REDIS_URL: 'redis://:hidden@r' }],
    [{ role: 'gateway', control: 'a:1', ...nodeFiles }, 'SIGNET_MASTER_KEY', { SIGNET_MASTER_KEY: 'hidden' }],
  ])('is refused for %o, naming %s', (flags, name, environment = {}) => {
    const { code, sentence, ...rest } = refusal(flags, environment);
    expect(code).toBe('option_invalid');
    expect(JSON.stringify([sentence, rest])).toContain(name);
    expect(JSON.stringify([sentence, rest])).not.toContain('hidden');
  });
});
