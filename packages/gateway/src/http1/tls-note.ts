const name = /^[A-Z0-9_]{1,64}$/;
const ofCertificates = /CERT|CRL|SIGNED|TLS|SSL|UNABLE_TO/;

/** For the record: why a certificate was not taken, by the name that OpenSSL and Node have for it. */
export function tlsNote(cause: unknown): { readonly note?: string } {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return name.test(code) && ofCertificates.test(code) ? { note: `TLS: ${code}` } : {};
}
