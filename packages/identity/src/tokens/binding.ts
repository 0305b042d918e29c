import type { TokenConfirmation } from '@signet/contracts';

/**
 * What a token is bound to, in one text that is kept with a family of refresh tokens: the thumbprint of a key (RFC 9449), or
 * `x5t#S256:` and that of a certificate (RFC 8705). No thumbprint has a colon.
 */
export type Binding = string;

const ofCertificate = 'x5t#S256:';

export function boundToCertificate(thumbprint: string): Binding {
  return ofCertificate + thumbprint;
}

/** The `cnf` of a token that is bound so. */
export function boundTo(binding: Binding | undefined): { readonly cnf?: TokenConfirmation } {
  if (binding === undefined) return {};
  const thumbprint = certificateIn(binding);
  return { cnf: thumbprint === undefined ? { jkt: binding } : { 'x5t#S256': thumbprint } };
}

export function certificateIn(binding: Binding | undefined): string | undefined {
  return binding?.startsWith(ofCertificate) === true ? binding.slice(ofCertificate.length) : undefined;
}
