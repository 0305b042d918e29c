import { resolve } from 'node:path';
import type { CertificateFiles } from '../certificates/read-certificate.ts';
import { type Given, given, invalid, type OptionSource } from './option-reader.ts';
import type { GatewayTlsFiles } from './options.ts';

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
 * Certificates and keys of the gateways, one of each or a list of as many; and whose certificates clients are asked for.
 * @throws SignetError `option_invalid`
 */
export function gatewayTlsFiles(source: OptionSource): GatewayTlsFiles | undefined {
  const certificates = given(source, 'gatewayTlsCertificate', 'SIGNET_GATEWAY_TLS_CERTIFICATE');
  const keys = given(source, 'gatewayTlsKey', 'SIGNET_GATEWAY_TLS_KEY');
  const authorities = given(source, 'gatewayClientCa', 'SIGNET_GATEWAY_CLIENT_CA');
  if (certificates === undefined && keys !== undefined) {
    throw invalid(keys, 'together with --gateway-tls-certificate or SIGNET_GATEWAY_TLS_CERTIFICATE');
  }
  if (certificates === undefined) {
    if (authorities === undefined) return undefined;
    throw invalid(authorities, 'together with --gateway-tls-certificate or SIGNET_GATEWAY_TLS_CERTIFICATE');
  }
  const keyFiles = filesOf(keys);
  const pairs = filesOf(certificates).map((certificate, index) => ({
    certificate,
    key: keyFiles[index] ?? '',
  }));
  const [first, ...others] = pairs;
  if (first === undefined || keyFiles.length !== pairs.length) {
    const expected = 'as many files as --gateway-tls-key or SIGNET_GATEWAY_TLS_KEY has, 1 to 64';
    throw invalid(certificates, expected);
  }
  return { certificates: [first, ...others], clientAuthorities: filesOf(authorities) };
}

const mostCertificates = 64;

function filesOf(option: Given | undefined): readonly string[] {
  const files = option?.value.split(',').map((file) => file.trim()) ?? [];
  const isList = files.every((file) => file !== '') && files.length <= mostCertificates;
  return isList ? files.map((file) => resolve(file)) : [];
}

/**
 * With a certificate the issuer, or the gateway, is an https address: cookies and origin checks follow it.
 * @throws SignetError `option_invalid`
 */
export function refusePlainOrigin(origin: Given | undefined): void {
  if (origin === undefined || origin.value.startsWith('https:')) return;
  throw invalid(origin, 'an https address, since there is a certificate');
}
