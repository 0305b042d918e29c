import { describe, expect, it } from 'vitest';
import { amzDate, authorizationOf, type Signable } from './sign-request.ts';

/** Of the test suite that AWS publishes with Signature Version 4: nobody's credentials. */
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const scope = { region: 'us-east-1', service: 'service', date: '20150830T123600Z' };
const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' };
const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };

const signatureOf = (request: Signable) =>
  /Signature=(.*)$/.exec(authorizationOf(request, credentials, scope))?.[1];

describe('Signature Version 4', () => {
  it.each<[string, Signable, string]>([
    [
      'get-vanilla',
      { method: 'GET', path: '/', headers, body: '' },
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'post-vanilla',
      { method: 'POST', path: '/', headers, body: '' },
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
    [
      'post-x-www-form-urlencoded',
      { method: 'POST', path: '/', headers: form, body: 'Param1=value1' },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('is that of the suite of AWS: %s', (_, request, signature) => {
    expect(signatureOf(request)).toBe(signature);
  });

  it('says by whom, where and over what it counts', () => {
    expect(
      authorizationOf({ method: 'POST', path: '/', headers: form, body: '' }, credentials, scope),
    ).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20150830\/us-east-1\/service\/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=[0-9a-f]{64}$/,
    );
  });

  it('is another for each other path, body, header, region and day', () => {
    const request = { method: 'POST', path: '/model/a%3A0/converse', headers, body: '{}' };
    const others = [
      authorizationOf({ ...request, path: '/model/a:0/converse' }, credentials, scope),
      authorizationOf({ ...request, body: '{ }' }, credentials, scope),
      authorizationOf({ ...request, headers: { ...headers, host: 'a.example' } }, credentials, scope),
      authorizationOf(request, credentials, { ...scope, region: 'eu-west-1' }),
      authorizationOf(request, credentials, { ...scope, date: '20150831T123600Z' }),
      authorizationOf(request, credentials, scope),
    ].map((authorization) => authorization.slice(-64));
    expect(new Set(others).size).toBe(others.length);
  });

  it('writes a time as AWS does', () => {
    expect(amzDate(Date.UTC(2015, 7, 30, 12, 36, 0, 7))).toBe('20150830T123600Z');
  });
});
