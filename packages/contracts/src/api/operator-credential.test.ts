import { createHash, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveOperatorKey, operatorClaims } from './operator-credential.ts';

describe('the operator credential', () => {
  it('has a key that RFC 5869 gives elsewhere too', async () => {
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    const expected = new Uint8Array(hkdfSync('sha256', masterKey, '', 'signet operator', 32));
    expect(await deriveOperatorKey(masterKey)).toEqual(expected);
  });

  it('lives for a minute, for one issuer and one request', async () => {
    const request = { method: 'POST', target: '/admin/users?x=1', body: '{"username":"ädä"}' };
    expect(await operatorClaims('http://localhost:9000', request, 1_700_000_000_999, 'jti_x')).toEqual({
      iss: 'signet-cli',
      aud: 'http://localhost:9000/admin',
      iat: 1_700_000_000.999,
      exp: 1_700_000_060,
      jti: 'jti_x',
      ver: 2,
      htm: 'POST',
      target: '/admin/users?x=1',
      body: createHash('sha256').update(request.body, 'utf8').digest('hex'),
    });
  });
});
