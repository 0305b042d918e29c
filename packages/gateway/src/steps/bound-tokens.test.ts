import { selfSigned, type TestCertificate } from '@signet/testing/certificates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const path = '/demo/x';
const escaped = ({ certificate }: TestCertificate) => encodeURIComponent(certificate);
const rfc9440 = ({ der }: TestCertificate) => `:${Buffer.from(der).toString('base64')}:`;

let rig: TestGateway;
let mine: TestCertificate;
let token: string;

function start(gateway: string): void {
  beforeAll(async () => {
    rig = await TestGateway.start({ gateway });
    mine = selfSigned({ from: rig.now - 1000, until: rig.now + 3_600_000 });
    token = await rig.token({ cnf: { 'x5t#S256': mine.thumbprint } });
  });
  afterAll(() => rig.close());
}

async function variant(headers: Record<string, string> = {}, sent = token): Promise<string> {
  const answer = await rig.call(path, { token: sent, headers });
  const { code, variant } =
    answer.status === 200 ? { code: 'let', variant: 'through' } : JSON.parse(answer.text);
  return `${code}.${variant}`;
}

describe.each([
  ['client-cert', rfc9440],
  ['x-client-cert', escaped],
] as const)(
  'a token that is bound to a certificate, behind a proxy that says it in `%s`',
  (header, write) => {
    start(`  clientCertificates: { proxies: [127.0.0.1], header: ${header} }`);

    it('is good beside its certificate alone, looked at anew or remembered', async () => {
      for (const _time of ['anew', 'remembered']) {
        expect(await variant({ [header]: write(mine) })).toBe('let.through');
        expect(await variant()).toBe('token_bound.certificate_missing');
        const thief = selfSigned({ from: rig.now - 1000, until: rig.now + 1000 });
        expect(await variant({ [header]: write(thief) })).toBe('token_bound.certificate_other');
      }
    });

    it.each(['', 'x', ':AAAA:', '%', ':!:'])('is not beside %j in its place', async (value) => {
      expect(await variant({ [header]: value })).toBe('token_bound.certificate_missing');
    });

    it('is not beside two, nor by a header that the proxy does not use', async () => {
      const two = `Authorization: Bearer ${token}\r\n${header}: ${write(mine)}\r\n${header}: ${write(mine)}\r\n`;
      const answer = await rig.raw(`GET ${path} HTTP/1.1\r\nHost: a\r\n${two}Connection: close\r\n\r\n`);
      expect(JSON.parse(answer.body)).toMatchObject({ variant: 'certificate_missing' });
      const other =
        header === 'client-cert' ? { 'x-client-cert': escaped(mine) } : { 'client-cert': rfc9440(mine) };
      expect(await variant(other)).toBe('token_bound.certificate_missing');
    });

    it('tells no upstream of the certificate, and takes other tokens as ever', async () => {
      await rig.call(path, { token, headers: { [header]: write(mine) } });
      expect(rig.upstream.received.at(-1)?.headers).not.toHaveProperty(header);
      expect(await variant({ [header]: write(mine) }, await rig.token())).toBe('let.through');
      expect(
        await variant({ [header]: write(mine) }, await rig.token({ cnf: { jkt: mine.thumbprint } })),
      ).toBe('token_bound.to_key');
      const both = { cnf: { jkt: 'x', 'x5t#S256': mine.thumbprint } };
      expect(await variant({ [header]: write(mine) }, await rig.token(both))).toBe('token_bound.to_key');
    });

    it('is not any more once the certificate has run out', async () => {
      const brief = selfSigned({ from: rig.now - 1000, until: rig.now + 10_000 });
      const bound = await rig.token({ cnf: { 'x5t#S256': brief.thumbprint } });
      expect(await variant({ [header]: write(brief) }, bound)).toBe('let.through');
      rig.now += 11_000;
      expect(await variant({ [header]: write(brief) }, bound)).toBe('token_bound.certificate_other');
    });
  },
);

describe.each([
  ['no proxy is named', ''],
  ['another proxy is named', '  clientCertificates: { proxies: [10.0.0.7] }'],
])('a token that is bound to a certificate, where %s', (_where, gateway) => {
  start(gateway);

  it('is refused, whatever anybody writes into a header', async () => {
    for (const headers of [{}, { 'client-cert': rfc9440(mine) }, { 'x-client-cert': escaped(mine) }])
      expect(await variant(headers)).toBe('token_bound.certificate_missing');
  });
});
