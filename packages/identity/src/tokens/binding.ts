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

/** What the sender of a token has shown to have. */
export interface ShownKeys {
  /** The thumbprint of the key of a proof; its token is bound to it, and no other will do. */
  readonly proofKey?: string | undefined;
  /** That of a certificate; a token that is bound to nothing is good beside it. */
  readonly certificate?: string | undefined;
}

/** RFC 9449 §7.1, RFC 8705 §3: what binds otherwise, or cannot be read, is bound to what nobody has shown. */
export type BindingFault = 'to_key' | 'certificate_missing' | 'certificate_other';

export function faultOfBinding(cnf: unknown, { proofKey, certificate }: ShownKeys): BindingFault | undefined {
  if (cnf === undefined) return proofKey === undefined ? undefined : 'to_key';
  if (typeof cnf !== 'object' || cnf === null || Object.keys(cnf).length !== 1) return 'to_key';
  if ('jkt' in cnf) return proofKey !== undefined && cnf.jkt === proofKey ? undefined : 'to_key';
  if (!('x5t#S256' in cnf) || proofKey !== undefined) return 'to_key';
  if (certificate === undefined) return 'certificate_missing';
  return cnf['x5t#S256'] === certificate ? undefined : 'certificate_other';
}
