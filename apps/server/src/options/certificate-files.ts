import { resolve } from 'node:path';
import type { CertificateFiles } from '../certificates/read-certificate.ts';
import { type Given, given, invalid, type OptionSource } from './option-reader.ts';

/**
 * The certificate and the key of the control side: both or neither.
 * @throws SignetError `option_invalid`
 */
export function certificateFiles(source: OptionSource): CertificateFiles | undefined {
  const certificate = given(source, 'tlsCertificate', 'SIGNET_TLS_CERTIFICATE');
  const key = given(source, 'tlsKey', 'SIGNET_TLS_KEY');
  if (certificate !== undefined && key !== undefined) {
    return Object.freeze({ certificate: resolve(certificate.value), key: resolve(key.value) });
  }
  if (certificate !== undefined) throw invalid(certificate, 'together with --tls-key or SIGNET_TLS_KEY');
  if (key !== undefined) throw invalid(key, 'together with --tls-certificate or SIGNET_TLS_CERTIFICATE');
  return undefined;
}

/**
 * With a certificate the issuer is an https address: cookies and origin checks follow it.
 * @throws SignetError `option_invalid`
 */
export function refusePlainIssuer(issuer: Given | undefined): void {
  if (issuer === undefined || issuer.value.startsWith('https:')) return;
  throw invalid(issuer, 'an https address, since there is a certificate');
}
