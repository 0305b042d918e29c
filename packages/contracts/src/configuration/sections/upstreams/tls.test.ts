import { describe, expect, it } from 'vitest';
import { upstreamsSchema } from './schema.ts';

const read = (tls: unknown, url = 'https://10.0.0.1') =>
  upstreamsSchema.safeParse({ api: { targets: [{ url }], tls } });
const said = (...given: Parameters<typeof read>) => read(...given).error?.issues[0]?.message;
const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';

describe('TLS with an upstream', () => {
  it('is by what references lead to', () => {
    expect(
      read({
        authorities: 'file:ca.pem',
        certificate: 'env:CERT',
        key: 'vault:kv/data/a#key',
        serverName: 'a.example',
      }).data?.['api']?.tls,
    ).toEqual({
      authorities: { kind: 'file', path: 'ca.pem' },
      certificate: { kind: 'env', name: 'CERT' },
      key: { kind: 'vault', path: 'kv/data/a', field: 'key' },
      serverName: 'a.example',
    });
  });

  it.each(['authorities', 'certificate', 'key'])('takes no %s as it stands', (part) => {
    expect(said({ certificate: 'file:c', key: 'file:k', [part]: pem })).toContain('`file:PATH`');
  });

  it('shows a certificate with its key alone', () => {
    expect(said({ certificate: 'file:c' })).toContain('together');
    expect(said({ key: 'file:k' })).toContain('together');
  });

  it('is said of no target that is asked in plain text', () => {
    expect(said({ authorities: 'file:ca.pem' }, 'http://10.0.0.1')).toContain('every target is `https`');
  });

  it.each(['A.example', '*.example', 'a.example:443', ''])('asks for no name such as %j', (serverName) => {
    expect(read({ serverName }).success).toBe(false);
  });
});
