import { createServer } from 'node:https';
import { purposes, selfSigned, type TestCertificate } from '@signet/testing/certificates';
import type { Door } from '../door.ts';

/** HTTPS with HTTP/2 for who wants it, by a certificate that only this test knows. */
export function secureDoor(clients?: readonly TestCertificate[]): Door & { readonly certificate: string } {
  const { certificate: cert, key } = selfSigned({ dns: ['localhost'], purposes: [purposes.server] });
  const asking =
    clients === undefined
      ? {}
      : { requestCert: true, rejectUnauthorized: false, ca: clients.map(({ certificate }) => certificate) };
  return {
    certificate: cert,
    scheme: 'https',
    open: (options) => createServer({ ...options, cert, key, ALPNProtocols: ['h2', 'http/1.1'], ...asking }),
  };
}
