import { derLabel } from './der-label.ts';
import { isJwk } from './jwk.ts';
import { jwkOfCertificate } from './jwk-of-certificate.ts';
import type { KeyRefusal } from './key.ts';
import { keyElsewhere, notAKey } from './key-refusals.ts';
import { decodeBase64, looksLikePem } from './pem.ts';

type Found =
  | { readonly kind: 'json'; readonly value: object }
  /** Text of another form inside. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

type Members = Readonly<Record<string, unknown>>;

/** How deep a key is looked for, and in how many members. */
const mostLevels = 3;
const mostMembers = 256;

/** The key or keys of a JSON value: a JWK, a set, certificates by name, or the one key that stands inside other JSON. */
export function keyInJson(value: unknown): Found {
  if (Array.isArray(value)) return inList(value);
  if (!isObject(value)) return noKey();
  const { jwks_uri: address, keys } = value;
  if (Array.isArray(keys) || isJwk(value)) return { kind: 'json', value };
  if (typeof address === 'string')
    return refuse(
      keyElsewhere('This is a discovery document: it says where the keys are.', address.slice(0, 200)),
    );
  const certificates = namedCertificates(value);
  if (certificates !== undefined) return { kind: 'json', value: { keys: certificates } };
  const [only, ...others] = keysInside(value, 0);
  if (only === undefined) return noKey();
  return others.length === 0
    ? only
    : refuse(notAKey('This JSON holds several keys.', 'Give one of them alone.'));
}

/** A set without its frame, or a chain of certificates (`x5c`, RFC 7517 §4.7), of which the first holds the key. */
function inList(entries: readonly unknown[]): Found {
  if (entries.length > 0 && entries.every(isJwk)) return { kind: 'json', value: { keys: entries } };
  const [first] = entries;
  return typeof first === 'string' && isKeyText(first) ? { kind: 'text', text: first } : noKey();
}

/** What Google and Firebase publish: certificates by the `kid` of their keys. */
function namedCertificates(value: Members): readonly Members[] | undefined {
  const entries = Object.entries(value);
  if (entries.length === 0 || entries.length > mostMembers) return undefined;
  const keys = entries.flatMap(([kid, text]) => {
    const jwk = typeof text === 'string' && looksLikePem(text) ? jwkOfCertificate(text) : undefined;
    return jwk === undefined ? [] : [{ ...jwk, kid }];
  });
  return keys.length === entries.length ? keys : undefined;
}

function keysInside(value: Members, level: number): readonly Found[] {
  const members = Object.values(value).slice(0, mostMembers);
  return members.flatMap((member): readonly Found[] => {
    if (typeof member === 'string') return isKeyText(member) ? [{ kind: 'text', text: member }] : [];
    if (!isObject(member)) return [];
    if (isJwk(member) || Array.isArray(member['keys'])) return [{ kind: 'json', value: member }];
    return level < mostLevels ? keysInside(member, level + 1) : [];
  });
}

function isKeyText(text: string): boolean {
  if (looksLikePem(text)) return true;
  const der = text.length < 64 ? undefined : decodeBase64(text.replace(/\s+/g, ''));
  return der !== undefined && derLabel(der) !== undefined;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noKey(): Found {
  return refuse(
    notAKey(
      'This is JSON, but no key.',
      'Give a JWK, which has the member kty, or a set of them in the member keys.',
    ),
  );
}

function refuse(refusal: KeyRefusal): Found {
  return { kind: 'refused', refusal };
}
