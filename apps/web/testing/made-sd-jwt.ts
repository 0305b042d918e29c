import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** An SD-JWT (RFC 9901 §4) made by hand, so that the page's own library is judged by another one. */
export function discloses(
  claims: Readonly<Record<string, unknown>>,
  names: readonly string[],
): { readonly presentation: string; readonly key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const disclosures = names.map((name) =>
    encode([randomBytes(16).toString('base64url'), name, claims[name]]),
  );
  const plain = Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
  const digests = disclosures.map((each) => createHash('sha256').update(each).digest('base64url'));
  const input = [
    { alg: 'ES256', typ: 'example+sd-jwt' },
    { ...plain, _sd: digests, _sd_alg: 'sha-256' },
  ]
    .map(encode)
    .join('.');
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const token = `${input}.${signature.toString('base64url')}`;
  return {
    presentation: `${[token, ...disclosures].join('~')}~`,
    key: JSON.stringify(publicKey.export({ format: 'jwk' })),
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
