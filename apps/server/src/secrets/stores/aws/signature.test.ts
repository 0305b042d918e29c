import { expect, it } from 'vitest';
import { signRequest } from './signature.ts';

/** `post-vanilla` of the test suite that AWS publishes for Signature Version 4. */
it('signs as the test suite of AWS has it', () => {
  const headers = signRequest(
    { method: 'POST', url: new URL('https://example.amazonaws.com/'), headers: {}, body: '' },
    { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    { region: 'us-east-1', service: 'service', at: Date.UTC(2015, 7, 30, 12, 36) },
  );
  expect(headers['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  );
});
