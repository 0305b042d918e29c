import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { promisify } from 'node:util';
import {
  type CertificateWish,
  purposes,
  selfSigned,
  type TestCertificate,
  testAuthority,
} from '@signet/testing/certificates';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { testCertificate, tlsFlags, writePair } from './testing/certificates.ts';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { secureFetch } from './testing/secure-fetch.ts';

const folder = temporaryFolder();
const server = testCertificate();
const authority = testAuthority();
const ofBilling: CertificateWish = {
  subject: [
    ['O', 'Example'],
    ['CN', 'billing'],
  ],
  dns: ['billing.example'],
};
const own = selfSigned();
const audience = 'https://api.example';

const declared = (mtls: readonly string[]) =>
  [
    'identity:',
    '  mtls:',
    ...mtls.map((line) => `    ${line}`),
    'clients:',
    ...clientLines('billing', "{ subject: 'CN=billing,O=Example' }", 'certificateBound: true'),
    ...clientLines('named', '{ dns: billing.example }'),
    ...clientLines('pinned', `{ pinned: ['${own.thumbprint}'] }`),
  ].join('\n');

function clientLines(id: string, certificate: string, ...more: readonly string[]): readonly string[] {
  const members = [
    ...[`name: ${id}`, 'type: confidential', 'grants: [client_credentials]'],
    ...[`audiences: ['${audience}']`, `certificate: ${certificate}`, ...more],
  ];
  return [`  ${id}:`, ...members.map((line) => `    ${line}`)];
}

/** A Signet whose `signet.yaml` says this of `identity.mtls`. */
async function started(data: string, mtls: readonly string[]): Promise<TestSignet> {
  const path = join(folder.path, data);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'authorities.pem'), authority.certificate);
  appendFileSync(join(path, 'signet.yaml'), `${declared(mtls)}\n`);
  return startSignet(path, { flags: tlsFlags(writePair(folder.path, server)) });
}

const showing = ({ certificate, key }: TestCertificate): ConnectionOptions => ({ cert: certificate, key });

let signet: TestSignet;
/** Where clients come with certificates. */
let door: string;

/** Wrong proofs are counted, so that each part of this test has a Signet of its own. */
function withSignet(data: string): void {
  beforeAll(async () => {
    signet = await started(data, ['port: 0', 'ca: [./authorities.pem]']);
    const discovery = await at()(`${signet.web}/.well-known/openid-configuration`);
    door = new URL(await aliasIn(discovery)).origin;
  });
  afterAll(() => signet.close());
}

afterAll(() => folder[Symbol.dispose]());

const at = (tls: ConnectionOptions = {}) => secureFetch({ ca: server.certificate, ...tls });

function ask(
  tls: ConnectionOptions,
  id: string,
  {
    origin = door,
    headers = {},
  }: { readonly origin?: string; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id }).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return at(tls)(`${origin}/oauth/token`, { method: 'POST', body, headers: { ...form, ...headers } });
}

/** Where the discovery document says that tokens are to be had with a certificate. */
async function aliasIn(discovery: Response): Promise<string> {
  const document: Partial<Record<string, Record<string, string>>> = Object(await discovery.json());
  return document['mtls_endpoint_aliases']?.['token_endpoint'] ?? '';
}

const variantOf = async (answer: Response) => {
  const told = await answer.json();
  return told instanceof Object && 'code' in told && 'variant' in told ? `${told.code}.${told.variant}` : '';
};

const escaped = ({ certificate }: TestCertificate) => encodeURIComponent(certificate);
const rfc9440 = ({ der }: TestCertificate) => `:${Buffer.from(der).toString('base64')}:`;

describe('a client that comes with its certificate', () => {
  withSignet('clients');

  it('gets a bound token by openid-client, which finds the endpoints for it', async () => {
    const mine = authority.issue(ofBilling);
    const configuration = await client.discovery(
      new URL(signet.web),
      'billing',
      { use_mtls_endpoint_aliases: true },
      client.TlsClientAuth(),
      { [client.customFetch]: at(showing(mine)) as client.CustomFetch },
    );
    const { access_token } = await client.clientCredentialsGrant(configuration);
    const claims = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.cnf).toEqual({ 'x5t#S256': mine.thumbprint });
    const state = await client.tokenIntrospection(configuration, access_token);
    expect(state).toMatchObject({ active: true, cnf: claims.cnf });
  });

  it('gets one by a name, and by a certificate that is named itself', async () => {
    expect((await ask(showing(authority.issue(ofBilling)), 'named')).status).toBe(200);
    expect((await ask(showing(own), 'pinned')).status).toBe(200);
  });

  it.each<[string, () => TestCertificate, string]>([
    ['of another authority', () => testAuthority().issue(ofBilling), 'named'],
    ['of another authority of the same name', () => testAuthority().issue(ofBilling), 'billing'],
    ['that it made itself', () => selfSigned(ofBilling), 'named'],
    ['that has run out', () => authority.issue({ ...ofBilling, until: Date.now() - 1000 }), 'named'],
    ['that is not good yet', () => authority.issue({ ...ofBilling, from: Date.now() + 3_600_000 }), 'named'],
    ['for servers', () => authority.issue({ ...ofBilling, purposes: [purposes.server] }), 'named'],
    ['for nothing that it says', () => authority.issue({ ...ofBilling, purposes: [] }), 'named'],
    ['with a NUL in its name', () => authority.issue({ dns: ['billing.example\0.evil.example'] }), 'named'],
    ['with a wildcard', () => authority.issue({ dns: ['*.example'] }), 'named'],
    ['of another client', () => authority.issue({ subject: [['CN', 'billing']] }), 'billing'],
    ['of the names of the one that is named itself', () => selfSigned(), 'pinned'],
  ])('gets none with one %s', async (_what, make, id) => {
    expect(await variantOf(await ask(showing(make()), id))).toBe('client_invalid.certificate_wrong');
  });

  it('gets none without, wherever it asks, and none where no certificate is asked for', async () => {
    expect(await variantOf(await ask({}, 'named'))).toBe('client_invalid.certificate_missing');
    const mine = showing(authority.issue(ofBilling));
    expect(await variantOf(await ask(mine, 'named', { origin: signet.web }))).toBe(
      'client_invalid.certificate_missing',
    );
  });
});

describe('the port for certificates', () => {
  withSignet('door');

  it('believes no header that anybody can write, and neither does the other port', async () => {
    const mine = authority.issue(ofBilling);
    for (const origin of [door, signet.web]) {
      for (const header of ['client-cert', 'x-client-cert']) {
        const headers = { [header]: header === 'client-cert' ? rfc9440(mine) : escaped(mine) };
        expect(await variantOf(await ask({}, 'named', { origin, headers }))).toBe(
          'client_invalid.certificate_missing',
        );
      }
    }
  });

  it('has nothing that is for browsers', async () => {
    for (const path of [
      '/',
      '/healthz',
      '/auth/session',
      '/admin/clients',
      '/oauth/authorize',
      '/nothing',
      '/oauth/token/..',
    ])
      expect([path, (await at()(`${door}${path}`)).status]).toEqual([path, 404]);
  });

  describeWithPrograms(['openssl'], 'seen by openssl', () => {
    it('asks for a certificate, and the one for browsers does not', async () => {
      const seen = async (origin: string) => {
        const { host } = new URL(origin);
        const words = ['s_client', '-connect', host.replace('localhost', '127.0.0.1'), '-tls1_2'];
        const asking = promisify(execFile)('openssl', words);
        asking.child.stdin?.end();
        return (await asking).stdout;
      };
      expect(await seen(door)).toContain('Client Certificate Types');
      expect(await seen(signet.web)).not.toContain('Client Certificate Types');
    });
  });

  it('judges by authorities that were changed meanwhile', async () => {
    const later = testAuthority('A later authority');
    const mine = showing(later.issue(ofBilling));
    expect(await variantOf(await ask(mine, 'named'))).toBe('client_invalid.certificate_wrong');
    const file = join(folder.path, 'door', 'authorities.pem');
    writeFileSync(file, 'rubbish');
    await signet.loggedLine('The authorities of clients cannot be read; those of before stay');
    expect((await ask(showing(authority.issue(ofBilling)), 'named')).status).toBe(200);
    writeFileSync(file, later.certificate);
    await signet.loggedLine('The authorities of clients were read again');
    expect((await ask(mine, 'named')).status).toBe(200);
    expect(await variantOf(await ask(showing(authority.issue(ofBilling)), 'named'))).toBe(
      'client_invalid.certificate_wrong',
    );
  });
});

describe('behind a proxy that ends TLS', () => {
  it.each([
    ['client-cert', rfc9440],
    ['x-client-cert', escaped],
  ] as const)(
    'a client is believed by `%s` of the proxy that is named, and by nothing else',
    async (header, write) => {
      const mtls = [
        'url: https://mtls.example',
        'ca: [./authorities.pem]',
        'proxies: [127.0.0.1]',
        `header: ${header}`,
      ];
      const behind = await started(header, mtls);
      onTestFinished(() => behind.close());
      const origin = behind.web.replace('localhost', '127.0.0.1');
      const by = (value: string, id = 'named') => ask({}, id, { origin, headers: { [header]: value } });
      const mine = authority.issue(ofBilling);
      expect((await by(write(mine))).status).toBe(200);
      expect((await by(write(own), 'pinned')).status).toBe(200);
      const discovery = await at()(`${behind.web}/.well-known/openid-configuration`);
      expect(await aliasIn(discovery)).toBe('https://mtls.example/oauth/token');

      const wrong: readonly TestCertificate[] = [
        testAuthority().issue(ofBilling),
        selfSigned(ofBilling),
        authority.issue({ ...ofBilling, until: Date.now() - 1000 }),
        authority.issue({ ...ofBilling, purposes: [purposes.server] }),
      ];
      for (const each of wrong)
        expect(await variantOf(await by(write(each)))).toBe('client_invalid.certificate_wrong');
      for (const rubbish of [
        '',
        'rubbish',
        ':AAAA:',
        '%',
        `${write(mine)}, ${write(mine)}`,
        `x${write(mine)}`,
      ])
        expect(await variantOf(await by(rubbish))).toBe('client_invalid.certificate_missing');
      // Who is not the proxy comes from another address of this machine.
      const other = behind.web.replace('localhost', '[::1]');
      expect(
        await variantOf(await ask({}, 'named', { origin: other, headers: { [header]: write(mine) } })),
      ).toBe('client_invalid.certificate_missing');
    },
  );
});

describe('does not start', () => {
  it('without a certificate of its own, whose key says that the port is Signet’s', async () => {
    const path = join(folder.path, 'plain');
    mkdirSync(path, { recursive: true });
    appendFileSync(join(path, 'signet.yaml'), `${declared(['port: 0'])}\n`);
    await expect(startSignet(path)).rejects.toMatchObject({ refusal: { code: 'option_invalid' } });
  });

  it('with authorities that are none', async () => {
    const failing = started('none', ['port: 0', 'ca: [./missing.pem]']);
    await expect(failing).rejects.toMatchObject({ refusal: { code: 'certificate_unreadable' } });
  });
});
