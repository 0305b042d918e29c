import { adminAudience, deriveOperatorKey, operatorCredential } from '@signet/contracts';
import { verifyToken } from '@signet/token/verify';
import { describe, expect, it } from 'vitest';
import { createOperatorCredential } from './operator-credential.ts';

const issuer = 'http://localhost:9000';
const request = { method: 'GET', target: '/admin/users', body: '' };
const now = Date.UTC(2026, 10, 23, 12);

describe('an operator credential', () => {
  it('verifies with the key derived from the master key, for a minute', async () => {
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    const bytes = await deriveOperatorKey(masterKey);
    const parameters = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes, parameters, false, ['verify']);
    const credential = await createOperatorCredential(masterKey, issuer, request, now);
    const policy = {
      keys: [{ algorithm: operatorCredential.algorithm, key }],
      issuers: [operatorCredential.issuer],
      audiences: [adminAudience(issuer)],
      type: operatorCredential.type,
    };
    const verdict = await verifyToken(credential, { ...policy, now: now / 1000 });
    expect(verdict).toMatchObject({ verdict: 'verified' });
    expect(await verifyToken(credential, { ...policy, now: now / 1000 + 60 })).toMatchObject({
      refusal: { code: 'token_expired' },
    });
  });

  it('is another one each time', async () => {
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    const make = () => createOperatorCredential(masterKey, issuer, request, now);
    expect(await make()).not.toBe(await make());
  });
});
