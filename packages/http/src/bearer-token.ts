/** The token of `Authorization: Bearer …` (RFC 6750 §2.1), if the header has that form. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1];
}
