import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bitString,
  context,
  contextPlain,
  type Der,
  integer,
  octetString,
  oid,
  sequence,
  set,
  time,
  utf8,
  yes,
} from './der.ts';

/** A certificate and its private key, both as PEM. */
export interface CertificatePair {
  readonly certificate: string;
  readonly key: string;
}

/** For what a certificate may be used (RFC 5280 §4.2.1.12). */
export type CertificatePurpose = 'server' | 'client';

interface Wish {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Eight bytes or more, which nobody can foresee (RFC 5280 §4.1.2.2). */
  readonly serial: Uint8Array;
}

export interface CertificateWish extends Wish {
  /** Names and addresses in figures that it is to speak for; the first is its common name. */
  readonly hosts: readonly [string, ...string[]];
}

export interface AuthorityWish extends Wish {
  readonly name: string;
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

const purposes = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;

/**
 * Makes a P-256 key and a certificate that it signs itself. It speaks for a server and for nothing else: not even who
 * steals the key can make certificates of other names with it.
 */
export function makeCertificate(wish: CertificateWish): CertificatePair {
  return made(wish, { name: wish.hosts[0], extensions: leafExtensions(wish.hosts, 'server') });
}

/** Makes an authority, whose key signs certificates and speaks for nothing itself; those it signs are no authorities. */
export function makeAuthority(wish: AuthorityWish): CertificatePair {
  const { name } = wish;
  const noneBelow = integer(Uint8Array.of(0));
  const signsCertificates = bitString(Uint8Array.of(0x04), 2);
  return made(wish, {
    name,
    extensions: [
      sequence(oid('2.5.29.19'), yes(), octetString(sequence(yes(), noneBelow))),
      sequence(oid('2.5.29.15'), yes(), octetString(signsCertificates)),
    ],
  });
}

/** Makes a certificate for one purpose, signed by an authority of `makeAuthority`. */
export function issueCertificate(
  wish: CertificateWish & { readonly purpose: CertificatePurpose },
  authority: CertificatePair & { readonly name: string },
): CertificatePair {
  const [name] = wish.hosts;
  return made(wish, { name, extensions: leafExtensions(wish.hosts, wish.purpose) }, authority);
}

/** Signed by its own key, or by that of an authority. */
function made(
  wish: Wish,
  subject: { readonly name: string; readonly extensions: readonly Der[] },
  authority?: CertificatePair & { readonly name: string },
): CertificatePair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = authority?.name ?? subject.name;
  const body = toBeSigned(wish, { ...subject, issuer, publicKey });
  const signer = authority === undefined ? privateKey : createPrivateKey(authority.key);
  const der = sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, signer)));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { certificate: pem(der), key: String(key) };
}

/** TBSCertificate of RFC 5280 §4.1. */
function toBeSigned(
  { from, until, serial }: Wish,
  {
    name,
    issuer,
    extensions,
    publicKey,
  }: {
    readonly name: string;
    readonly issuer: string;
    readonly extensions: readonly Der[];
    readonly publicKey: KeyObject;
  },
): Der {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const identifier = createHash('sha256').update(spki).digest().subarray(0, 20);
  return sequence(
    context(0, integer(Uint8Array.of(2))),
    integer(serial),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(time(from), time(until)),
    commonName(name),
    spki,
    context(3, sequence(...extensions, sequence(oid('2.5.29.14'), octetString(octetString(identifier))))),
  );
}

function commonName(name: string): Der {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(name))));
}

/** RFC 5280 §4.2.1: 19 basic constraints, 15 key usage, 37 its purposes, 17 alternative names, 14 identifier of the key. */
function leafExtensions(hosts: readonly string[], purpose: CertificatePurpose): readonly Der[] {
  const digitalSignature = bitString(Uint8Array.of(0x80), 7);
  return [
    sequence(oid('2.5.29.19'), yes(), octetString(sequence())),
    sequence(oid('2.5.29.15'), yes(), octetString(digitalSignature)),
    sequence(oid('2.5.29.37'), octetString(sequence(oid(purposes[purpose])))),
    sequence(oid('2.5.29.17'), octetString(sequence(...hosts.map(alternativeName)))),
  ];
}

function alternativeName(host: string): Der {
  return isIP(host) === 0 ? contextPlain(2, Buffer.from(host)) : contextPlain(7, addressBytes(host));
}

/** Four or sixteen bytes. */
function addressBytes(address: string): Uint8Array {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.').map(Number));
  const groups = ipv6Groups(address);
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** The URL parser writes every IPv6 address in one way, in hexadecimal throughout. */
function ipv6Groups(address: string): readonly number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', behind] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  const head = [...before].map(hexadecimal);
  const tail = [...(behind ?? [])].map(hexadecimal);
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function hexadecimal(digits: string): number {
  return Number.parseInt(digits, 16);
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
