/** Where an issuer's keys are published, as the operator wrote it. */
export interface KeySource {
  /** Whether the address is that of a discovery document or of the keys themselves. */
  readonly from: 'discovery' | 'jwks';
  readonly url: string;
  /** Allows plain `http:` beyond this machine. */
  readonly allowInsecure: boolean;
}

/** An issuer by exactly what `iss` must say, with where its keys come from. */
export interface PublishedIssuer {
  readonly issuer: string;
  readonly keys: KeySource;
}
