/** For whom passkeys of an issuer are: a browser gives them to no other site (WebAuthn Level 3 §4, RP ID). */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

export function passkeySite(issuer: string): PasskeySite {
  const { hostname, origin } = new URL(issuer);
  return { rpId: hostname, origin };
}
