import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCertificate } from '../testing/certificates.ts';
import { makeCertificate } from './make-certificate.ts';

const serial = Uint8Array.of(0, 0x90, 1, 2, 3, 4, 5, 6, 7);
const made = (hosts: readonly [string, ...string[]], until = Date.UTC(2031, 5, 1, 12)) =>
  new X509Certificate(makeCertificate({ hosts, from: Date.UTC(2030, 0, 1), until, serial }).certificate);

describe('a certificate made here', () => {
  it('speaks for names and addresses, and for no other', () => {
    const certificate = made(['localhost', '127.0.0.1', '::1', '2001:db8::7:0:9']);
    expect(certificate.checkHost('localhost', { subject: 'never' })).toBe('localhost');
    for (const address of ['127.0.0.1', '::1', '2001:db8::7:0:9']) {
      expect(certificate.checkIP(address)).toBe(address);
    }
    expect(certificate.checkHost('login.localhost')).toBeUndefined();
    expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
  });

  it('names every address as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(made([address]).checkIP(address)).toBe(address);
      }),
      { numRuns: 50 },
    );
  });

  it('is signed by its own key and can sign for nobody', () => {
    const { certificate, key } = testCertificate();
    const read = new X509Certificate(certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.ca).toBe(false);
    expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  it.each([Date.UTC(2049, 11, 31, 23, 59, 59), Date.UTC(2050, 0, 1)])('runs to the second %i', (until) => {
    expect(made(['localhost'], until).validToDate.getTime()).toBe(until);
  });

  it('carries its serial number as a positive one', () => {
    expect(made(['localhost']).serialNumber).toBe('9001020304050607');
  });

  it('never comes twice from one key', () => {
    expect(testCertificate().key).not.toBe(testCertificate().key);
  });
});
