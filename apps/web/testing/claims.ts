type Claims = Readonly<Record<string, unknown>>;

/** The claims of a token that is good for ten minutes. */
export function claimsNow(): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: 'https://login.example', sub: 'usr_1', iat: now, exp: now + 600 };
}

/** The claims of a fresh access token as RFC 9068 §2.2 wants them. */
export function accessClaims(): Claims {
  return { ...claimsNow(), aud: 'https://api.example', client_id: 'shop', jti: 'tok_1' };
}
