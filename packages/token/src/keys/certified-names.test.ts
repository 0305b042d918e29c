import { type Attribute, selfSigned, testAuthority } from '@signet/testing/certificates';
import { describe, expect, it } from 'vitest';
import { canonicalSubjectOf } from './canonical-subject.ts';
import { readCertifiedNames } from './certified-names.ts';

const subjectOf = (subject: readonly Attribute[]) => readCertifiedNames(selfSigned({ subject }).der)?.subject;

describe('the subject of a certificate', () => {
  const house: readonly Attribute[] = [
    ['C', 'DE'],
    ['O', 'Example, Inc.'],
    ['CN', 'billing'],
  ];

  it.each([
    'CN=billing,O=Example\\, Inc.,C=DE',
    'cn=billing, o=Example\\2C Inc., c=DE',
    '2.5.4.3=billing,2.5.4.10=Example\\, Inc.,2.5.4.6=DE',
  ])('is the one that is written %s', (text) => {
    expect(canonicalSubjectOf(text)).toBe(subjectOf(house));
  });

  it.each([
    ['the order of its parts', 'C=DE,O=Example\\, Inc.,CN=billing'],
    ['one part less', 'CN=billing,O=Example\\, Inc.'],
    ['one part more', 'CN=billing,OU=x,O=Example\\, Inc.,C=DE'],
    ['the case of a letter', 'CN=Billing,O=Example\\, Inc.,C=DE'],
    ['a part with two attributes', 'CN=billing+O=Example\\, Inc.,C=DE'],
    ['a wildcard', 'CN=*,O=Example\\, Inc.,C=DE'],
  ])('is another one by %s', (_difference, text) => {
    expect(canonicalSubjectOf(text)).toBeDefined();
    expect(canonicalSubjectOf(text)).not.toBe(subjectOf(house));
  });

  it('is told by its parts, not by a comma that is inside of one', () => {
    const forged = subjectOf([['CN', 'billing,O=Example']]);
    expect(canonicalSubjectOf('CN=billing,O=Example')).not.toBe(forged);
    expect(canonicalSubjectOf('CN=billing\\,O\\=Example')).toBe(forged);
  });

  it.each([
    ['a NUL behind it', 'billing\0.evil.example', 0x0c],
    ['a mark in front that nobody sees', '\uFEFFbilling', 0x0c],
    ['letters of T.61, which mean something else to each reader', 'billing', 0x14],
  ])('with %s is not the one without', (_trick, value, tag) => {
    expect(subjectOf([['CN', value, tag]])).not.toBe(canonicalSubjectOf('CN=billing'));
  });

  it.each([
    '',
    'billing',
    'CN=',
    'CN=a,',
    'CN=a,,O=b',
    'XX=a',
    'CN=#0403',
    'CN= a',
    'CN=a ',
    'CN=a"b',
    'CN=a\\',
    'CN=a\\FF',
    'CN=a\\00b',
    'CN=a\0b',
    `CN=${'a'.repeat(1100)}`,
  ])('is not written %j', (text) => {
    expect(canonicalSubjectOf(text)).toBeUndefined();
  });
});

describe('the other names of a certificate', () => {
  it('are read by their kind, each in one form', () => {
    const { der } = testAuthority().issue({
      dns: ['Billing.Example', '*.example'],
      uri: ['spiffe://example/billing'],
      ip: [
        [10, 0, 0, 7],
        [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7],
      ],
      email: ['Billing@example.org'],
    });
    expect(readCertifiedNames(der)).toMatchObject({
      dns: ['billing.example', '*.example'],
      uris: ['spiffe://example/billing'],
      addresses: ['10.0.0.7', 'fd00::7'],
      emails: ['Billing@example.org'],
    });
  });

  it('keep a NUL, with which they equal nothing', () => {
    const { der } = testAuthority().issue({ dns: ['billing.example\0.evil.example'] });
    expect(readCertifiedNames(der)?.dns).toEqual(['billing.example\0.evil.example']);
  });

  it('are none of what is no certificate, ends early, or has something behind it', () => {
    const { der } = selfSigned();
    expect(readCertifiedNames(new Uint8Array(0))).toBeUndefined();
    expect(readCertifiedNames(Uint8Array.from([...der, 0x05, 0x00]))).toBeUndefined();
    for (let length = 1; length < der.length; length += 7)
      expect(readCertifiedNames(der.slice(0, length))).toBeUndefined();
  });
});
