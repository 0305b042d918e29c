import { jwkOfCertificate } from '@signet/token/keys';
import { z } from 'zod';
import type { Client } from './client.ts';
import type { ClientCertificate } from './client-certificate.ts';
import { publicKeySchema } from './public-key.ts';

/** The members of RFC 8705 §2.1.2, by what `certificate` of a client calls them. */
const subjectMembers = {
  subject: 'tls_client_auth_subject_dn',
  dns: 'tls_client_auth_san_dns',
  uri: 'tls_client_auth_san_uri',
  ip: 'tls_client_auth_san_ip',
  email: 'tls_client_auth_san_email',
} as const;

type SubjectKind = keyof typeof subjectMembers;
type SubjectMember = (typeof subjectMembers)[SubjectKind];

/** RFC 8705 §2. */
export const certificateMethods = ['tls_client_auth', 'self_signed_tls_client_auth'] as const;

const kinds = Object.keys(subjectMembers) as readonly SubjectKind[];
const text: z.ZodOptional<z.ZodString> = z.string().max(1024).optional();

export const certificateMembers: { readonly [Member in SubjectMember]: z.ZodOptional<z.ZodString> } = {
  tls_client_auth_subject_dn: text,
  tls_client_auth_san_dns: text,
  tls_client_auth_san_uri: text,
  tls_client_auth_san_ip: text,
  tls_client_auth_san_email: text,
};

export interface CertificateMetadata extends Partial<Record<SubjectMember, string | undefined>> {
  readonly token_endpoint_auth_method: string;
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] } | undefined;
  readonly jwks_uri?: string | undefined;
}

export type CertificateReading =
  | { readonly kind: 'read'; readonly certificate?: ClientCertificate }
  | { readonly kind: 'refused'; readonly member: string; readonly expected: string };

/** By which certificate an app is to prove itself: exactly one name in one of an authority, or its own, whole. */
export function readCertificateMetadata(metadata: CertificateMetadata): CertificateReading {
  const method = metadata.token_endpoint_auth_method;
  const named = kinds.filter((kind) => metadata[subjectMembers[kind]] !== undefined);
  const [kind] = named;
  if (method !== 'tls_client_auth' && kind !== undefined) {
    return refused(subjectMembers[kind], 'nothing, except beside `tls_client_auth`');
  }
  if (method === 'self_signed_tls_client_auth') return readPinned(metadata);
  if (method !== 'tls_client_auth') return { kind: 'read' };
  if (kind === undefined || named.length > 1) {
    const expected = `exactly one of ${kinds.map((each) => `\`${subjectMembers[each]}\``).join(', ')}`;
    return refused(subjectMembers[kind ?? 'subject'], expected);
  }
  if (metadata.jwks !== undefined || metadata.jwks_uri !== undefined) {
    return refused('jwks', 'no keys beside the name in its certificate');
  }
  return { kind: 'read', certificate: { [kind]: metadata[subjectMembers[kind]] } };
}

/** RFC 8705 §2.2.2: each certificate stands in `x5c` of its key. An address is not taken: what is behind it may change. */
function readPinned({ jwks, jwks_uri: address }: CertificateMetadata): CertificateReading {
  if (address !== undefined) return refused('jwks_uri', '`jwks` with the certificates in `x5c`');
  const pinned = (jwks?.keys ?? []).map(certificateIn);
  if (pinned.length === 0 || pinned.some((each) => each === undefined)) {
    return refused('jwks', 'public keys that each have their own certificate first in `x5c` (RFC 7517 §4.7)');
  }
  return { kind: 'read', certificate: { pinned: pinned.filter((each) => each !== undefined) } };
}

/** Of the very key beside which it stands. */
function certificateIn(key: Readonly<Record<string, unknown>>): string | undefined {
  const { x5c } = key;
  const first: unknown = Array.isArray(x5c) ? x5c[0] : undefined;
  if (typeof first !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(first)) return undefined;
  if (!publicKeySchema.safeParse(key).success) return undefined;
  const pem = `${firstLine}\n${first}\n${lastLine}`;
  const certified = jwkOfCertificate(pem);
  return certified !== undefined && publicMembers.every((member) => certified[member] === key[member])
    ? pem
    : undefined;
}

const firstLine = '-----BEGIN CERTIFICATE-----';
const lastLine = '-----END CERTIFICATE-----';

const publicMembers = ['kty', 'crv', 'x', 'y', 'n', 'e'] as const;

/** A certificate as `x5c` has it: without its first and last line. */
function bareText(pem: string): string {
  return pem.replace(firstLine, '').replace(lastLine, '').replace(/\s/g, '');
}

/** What is told of it again (RFC 7591 §3.2.1). */
export function certificateMetadataOf({
  certificate = {},
}: Pick<Client, 'certificate'>): Readonly<Record<string, unknown>> {
  const { pinned = [], ...named } = certificate;
  const keys = pinned.flatMap((pem) => {
    const jwk = jwkOfCertificate(pem);
    return jwk === undefined ? [] : [{ ...jwk, x5c: [bareText(pem)] }];
  });
  const told = kinds.flatMap((kind) =>
    named[kind] === undefined ? [] : [[subjectMembers[kind], named[kind]] as const],
  );
  return { ...Object.fromEntries(told), ...(keys.length === 0 ? {} : { jwks: { keys } }) };
}

/** What RFC 8705 calls it, of which a check of the client complains. */
export function certificateMember(kind: unknown): string {
  return kinds.some((each) => each === kind) ? subjectMembers[kind as SubjectKind] : 'jwks';
}

function refused(member: string, expected: string): CertificateReading {
  return { kind: 'refused', member, expected };
}
