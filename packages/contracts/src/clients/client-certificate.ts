import { canonicalSubjectOf, readCertificate } from '@signet/token/keys';
import { z } from 'zod';
import { allowed, strict } from '../configuration/fields/allowed.ts';
import { list } from '../configuration/fields/list.ts';

/**
 * By which certificate a client proves itself (RFC 8705): one of the first five, of a certificate that an authority of
 * `identity.mtls` issued (§2.1), or one of those that are named themselves (§2.2).
 */
export interface ClientCertificate {
  /** Its subject as RFC 4514 writes it, such as `CN=billing,O=Example`. */
  readonly subject?: string | undefined;
  /** One of its alternative names, without wildcard. */
  readonly dns?: string | undefined;
  readonly uri?: string | undefined;
  readonly ip?: string | undefined;
  readonly email?: string | undefined;
  /** Whole certificates as PEM, or their thumbprints (SHA-256): in base64url, or in hexadecimal with colons. */
  readonly pinned?: readonly string[] | undefined;
}

const subjectMessage = allowed(
  'a subject as RFC 4514 writes it, the most special part first',
  'Copy what `openssl x509 -noout -subject -nameopt RFC2253 -in client.pem` prints, such as `CN=billing,O=Example`.',
);
const dnsMessage = allowed('a host name in lower case, without wildcard', 'Write it as `billing.example`.');
const uriMessage = allowed(
  'a URI, exactly as it stands in the certificate',
  'Write it as `spiffe://example/billing`.',
);
const ipMessage = allowed(
  'an address in figures',
  'Write it as `10.0.0.7` or `fd00::7`, in its shortest form.',
);
const emailMessage = allowed(
  'an email address, exactly as it stands in the certificate',
  'Write it as it is.',
);
const pinnedMessage = allowed(
  'a certificate as PEM, or its SHA-256 thumbprint',
  'Copy what `openssl x509 -noout -fingerprint -sha256 -in client.pem` prints behind the `=`.',
);
const oneMessage = allowed(
  'exactly one of `subject`, `dns`, `uri`, `ip`, `email` and `pinned`',
  'Name what is to be looked at, and nothing else (RFC 8705 §2.1.2).',
);

const text = (message: string, isOne: (value: string) => boolean) =>
  z.string({ error: message }).max(1024, { error: message }).refine(isOne, { error: message }).optional();

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);

export const clientCertificateSchema: z.ZodType<ClientCertificate, unknown> = strict({
  subject: text(subjectMessage, (value) => canonicalSubjectOf(value) !== undefined).meta({
    description: 'The whole subject of its certificate (RFC 4514), compared part by part.',
  }),
  dns: text(dnsMessage, (value) => hostName.test(value)).meta({
    description: 'A DNS name among the alternative names of its certificate.',
  }),
  uri: text(uriMessage, (value) => /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(value)).meta({
    description: 'A URI among the alternative names.',
  }),
  ip: text(ipMessage, isAddress).meta({ description: 'An address in figures among the alternative names.' }),
  email: text(emailMessage, (value) => /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(value)).meta({
    description: 'An email address among the alternative names.',
  }),
  pinned: list(z.string({ error: pinnedMessage }).refine(isPin, { error: pinnedMessage }), {
    least: 1,
    most: 8,
    of: 'certificates',
  })
    .optional()
    .meta({ description: 'Its certificates themselves: PEM, or the SHA-256 thumbprint of each.' }),
}).refine((value) => Object.values(value).filter((each) => each !== undefined).length === 1, {
  error: oneMessage,
});

/** As a URL has it: each address in one form only. */
function isAddress(value: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return hostOf(`http://${value}`) === value;
  return /^[0-9a-f:]+$/.test(value) && hostOf(`http://[${value}]`) === `[${value}]`;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function isPin(value: string): boolean {
  return thumbprintShape.test(value) || hexadecimalShape.test(value) || readCertificate(value) !== undefined;
}

/** `x5t#S256` of RFC 7515 §4.1.8. */
const thumbprintShape = /^[A-Za-z0-9_-]{43}$/;
/** As OpenSSL prints it. */
const hexadecimalShape = /^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){31}$/;
