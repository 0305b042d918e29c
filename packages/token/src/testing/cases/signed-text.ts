export type Members = Readonly<Record<string, unknown>>;

/** What every token of the table says unless told otherwise: good for the gateway's route, and for years. */
export const goodClaims: Members = {
  iss: 'https://login.example',
  aud: 'https://api.example',
  sub: 'usr_ada',
  jti: 'jti_one',
  iat: 1_750_000_000,
  exp: 4_000_000_000,
};

/** A compact token; claims that are text are taken as they stand. */
export function signedText(
  header: Members,
  claims: Members | string = goodClaims,
  sign: (input: string) => Uint8Array,
): string {
  const payload = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const input = [JSON.stringify(header), payload].map(encoded).join('.');
  return `${input}.${Buffer.from(sign(input)).toString('base64url')}`;
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
