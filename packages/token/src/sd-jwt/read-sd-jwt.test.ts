import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawToken } from '../testing/raw-token.ts';
import { digestOf, readDisclosure } from './read-disclosure.ts';
import { readSdJwt } from './read-sd-jwt.ts';

const write = (...items: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(items)).toString('base64url');
const digest = (text: string, hash = 'sha256'): string => createHash(hash).update(text).digest('base64url');
const issue = (claims: object): string => rawToken('{"alg":"ES256"}', JSON.stringify(claims), 'signature');

const street = write('s1', 'street', 'Main');
const address = write('s2', 'address', { _sd: [digest(street), digest('decoy')], city: 'Ulm' });
const french = write('s3', 'FR');
const token = issue({
  sub: 'ada',
  _sd: [digest(address)],
  _sd_alg: 'sha-256',
  nationalities: ['DE', { '...': digest(french) }, { '...': digest('held back') }],
  cnf: { jwk: {} },
});
const rulesOf = async (text: string) => (await readSdJwt(text))?.findings.map(({ rule }) => rule);

describe('readSdJwt', () => {
  it.each([
    [
      'WyI2cU1RdlJMNWhhaiIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
      'uutlBuYeMDyjLLTpf6Jxi7yNkEF35jdyWMn9U7b_RYY',
      'Möbius',
    ],
    ['WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0', 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs', 'FR'],
  ])('answers the disclosures of RFC 9901 §4.2 as published: %s', async (text, published, value) => {
    expect(await digestOf('SHA-256', text)).toBe(published);
    expect(await readDisclosure(text, 'SHA-256')).toMatchObject({ digest: published, value });
  });

  it('finds the disclosures of RFC 9901 §5.1 under the digests published there', async () => {
    const given = 'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd';
    const family = 'WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd';
    const email = 'WyI2SWo3dE0tYTVpVlBHYm9TNXRtdlZBIiwgImVtYWlsIiwgImpvaG5kb2VAZXhhbXBsZS5jb20iXQ';
    const published = issue({
      _sd: [
        'CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI',
        'JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE',
        'TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo',
        'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4',
      ],
      sub: 'user_42',
    });
    expect(await readSdJwt(`${published}~${given}~${family}~${email}~`)).toMatchObject({
      claims: { sub: 'user_42', given_name: 'John', family_name: 'Doe', email: 'johndoe@example.com' },
      undisclosed: 1,
      findings: [],
    });
  });

  it('puts what is disclosed in its place, inside other disclosures too, and counts what is not', async () => {
    const read = await readSdJwt(`${token}~${street}~${address}~${french}~`);
    expect(read?.claims).toEqual({
      sub: 'ada',
      nationalities: ['DE', 'FR'],
      cnf: { jwk: {} },
      address: { city: 'Ulm', street: 'Main' },
    });
    expect(read?.disclosures.map(({ path }) => path)).toEqual([
      'address.street',
      'address',
      'nationalities[1]',
    ]);
    expect(read).toMatchObject({ undisclosed: 2, findings: [] });
  });

  it('takes the name of the hash away where it is one, and nowhere else', async () => {
    const inner = write('s4', '_sd_alg', 'a claim');
    const read = await readSdJwt(
      `${issue({ own: { _sd_alg: 'kept' }, other: { _sd: [digest(inner)] }, _sd_alg: 'sha-256' })}~${inner}~`,
    );
    expect(read).toMatchObject({ findings: [] });
    expect(read?.claims).toEqual({ own: { _sd_alg: 'kept' }, other: { _sd_alg: 'a claim' } });
  });

  it('refuses a disclosure that writes over the name of the hash', async () => {
    const over = write('s5', '_sd_alg', 'sha-512');
    const text = `${issue({ _sd: [digest(over)], _sd_alg: 'sha-256' })}~${over}~`;
    expect(await rulesOf(text)).toContain('sd-jwt/name-taken');
  });

  it('shows no more than was disclosed', async () => {
    const read = await readSdJwt(`${token}~`);
    expect(read).toMatchObject({
      claims: { sub: 'ada', nationalities: ['DE'] },
      undisclosed: 3,
      disclosures: [],
    });
  });

  it('knows the longer hashes', async () => {
    const named = write('s', 'name', 'Ada');
    const other = issue({ _sd: [digest(named, 'sha512')], _sd_alg: 'sha-512' });
    expect((await readSdJwt(`${other}~${named}~`))?.claims).toEqual({ name: 'Ada' });
  });

  it.each([
    [
      'a disclosure that the issuer did not sign',
      `${token}~${write('s', 'admin', true)}~`,
      'disclosure-unsigned',
    ],
    ['an inner disclosure without the outer', `${token}~${street}~`, 'disclosure-unsigned'],
    ['a disclosure twice', `${token}~${french}~${french}~`, 'disclosure-twice'],
    ['what is no disclosure', `${token}~e30~`, 'disclosure-unreadable'],
    ['a digest in two places', `${issue({ _sd: [digest(french), digest(french)] })}~`, 'digest-twice'],
    ['a hash that nobody knows', `${issue({ _sd: [], _sd_alg: 'md5' })}~`, 'hash-unknown'],
  ])('finds %s', async (_name, text, rule) => {
    expect(await rulesOf(text)).toEqual([`sd-jwt/${rule}`]);
  });

  it('lets no disclosure write over a claim of the issuer', async () => {
    const forged = write('s', 'sub', 'mallory');
    const read = await readSdJwt(`${issue({ sub: 'ada', _sd: [digest(forged)] })}~${forged}~`);
    expect(read?.claims).toEqual({ sub: 'ada' });
    expect(read?.findings[0]).toMatchObject({ rule: 'sd-jwt/name-taken' });
  });

  it('takes an element for no member, and a member for no element', async () => {
    expect(await rulesOf(`${issue({ _sd: [digest(french)] })}~${french}~`)).toContain('sd-jwt/wrong-place');
    expect(await rulesOf(`${issue({ a: [{ '...': digest(street) }] })}~${street}~`)).toContain(
      'sd-jwt/wrong-place',
    );
  });

  it('is no SD-JWT without a ~, or with too many', async () => {
    expect(await readSdJwt(token)).toBeUndefined();
    expect(await readSdJwt(token + '~'.repeat(1002))).toBeUndefined();
  });

  it('never rejects, whatever is pasted', async () => {
    const payload = fc.oneof(
      fc.json(),
      fc.constant('{"_sd":["a",1],"x":[{"...":"b"}],"_sd_alg":{"toString":1}}'),
    );
    const parts = fc.array(fc.oneof(fc.string(), fc.constant(french), fc.constant(street)), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(payload, parts, async (claims, disclosures) => {
        await readSdJwt([rawToken('{}', claims), ...disclosures, ''].join('~'));
      }),
    );
  });

  it('is not led into endless depths by disclosures inside disclosures', async () => {
    const chain = [write('s', 'n', 1)];
    for (let level = 0; level < 100; level += 1)
      chain.push(write('s', 'n', { _sd: [digest(chain.at(-1) ?? '')] }));
    const deep = issue({ _sd: [digest(chain.at(-1) ?? '')] });
    expect(await rulesOf(`${deep}~${chain.join('~')}~`)).toContain('sd-jwt/too-deep');
  });
});

describe('the key binding of an SD-JWT', () => {
  const presented = `${token}~${french}~`;
  const bind = (claims: object, typ = 'kb+jwt'): string =>
    presented + rawToken(JSON.stringify({ alg: 'ES256', typ }), JSON.stringify(claims), 'signature');
  const claims = { iat: 1, aud: 'https://verifier.example', nonce: 'n', sd_hash: digest(presented) };

  it('fits what was presented', async () => {
    expect(await readSdJwt(bind(claims))).toMatchObject({ keyBinding: { sdHash: 'right' }, findings: [] });
  });

  it.each([
    [
      'disclosures added after the holder signed',
      bind(claims).replace(`~${french}~`, `~${french}~${address}~`),
      'sd-hash-wrong',
      'wrong',
    ],
    ['no hash', bind({ ...claims, sd_hash: undefined }), 'binding-claim-missing', 'missing'],
    ['no nonce', bind({ ...claims, nonce: undefined }), 'binding-claim-missing', 'right'],
    ['another type', bind(claims, 'JWT'), 'binding-type', 'right'],
  ])('finds %s', async (_name, text, rule, sdHash) => {
    const read = await readSdJwt(text);
    expect(read?.findings.map((each) => each.rule)).toEqual([`sd-jwt/${rule}`]);
    expect(read?.keyBinding?.sdHash).toBe(sdHash);
  });

  it('proves nothing where the issuer bound no key', async () => {
    const free = `${issue({ sub: 'ada' })}~`;
    const body = JSON.stringify({ ...claims, sd_hash: digest(free) });
    expect(await rulesOf(free + rawToken('{"typ":"kb+jwt"}', body, 's'))).toEqual([
      'sd-jwt/binding-without-key',
    ]);
  });
});
