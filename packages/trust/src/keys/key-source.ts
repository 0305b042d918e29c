/** Where an issuer's keys are published, as the operator wrote it. */
export interface PublishedKeys {
  /** Whether the address is that of a discovery document or of the keys themselves. */
  readonly from: 'discovery' | 'jwks';
  readonly url: string;
  /** Allows plain `http:` beyond this machine. */
  readonly allowInsecure: boolean;
}

/** Keys that the operator has and hands over, of an issuer that publishes none. */
export type HandedKeys =
  /** Public keys as a person writes them: PEM or a JWK set. */
  | { readonly from: 'text'; readonly text: string }
  /** The same, read where a reference leads. */
  | { readonly from: 'reference'; readonly reference: string }
  /** A secret that the issuer shares with whoever verifies, read where a reference leads; never a key. */
  | { readonly from: 'secret'; readonly reference: string };

export type KeySource = PublishedKeys | HandedKeys;

/** An issuer by exactly what `iss` must say, with where its keys come from. */
export interface PublishedIssuer {
  readonly issuer: string;
  readonly keys: PublishedKeys;
}

export function isPublished(keys: KeySource): keys is PublishedKeys {
  return keys.from === 'discovery' || keys.from === 'jwks';
}
