import { type FillRandom, type KeyId, refusal, SignetError } from '@signet/contracts';
import { isLoopbackLiteral, isNamedLocalhost } from '@signet/token/keys';
import { deriveKeys, type KeyPurpose } from './derive-key.ts';
import { seal, unseal } from './seal.ts';

/** Seals for this issuer what only it may read, and opens what it or an earlier master key sealed. */
export interface Sealer<Id extends string> {
  seal(plain: string, id: Id): string;
  /**
   * What was sealed, and whether it is sealed as `seal` would do it today.
   * @throws SignetError `master_key_wrong`
   */
  open(sealed: string, id: Id): { readonly plain: string; readonly current: boolean };
}

/** Of private keys, as JWK in JSON. */
export type KeySealer = Sealer<KeyId>;

/** What is sealed: under a key of its own, so that no seal of one use opens as one of another. */
export interface SealUse<Id extends string> {
  readonly purpose: KeyPurpose;
  readonly label: string;
  readonly otherKey: (id: Id) => SignetError;
  readonly otherIssuer: (id: Id, sealedFor: string, own: string) => SignetError;
}

export interface SealerParts {
  readonly issuer: string;
  readonly masterKey: Uint8Array;
  /** Opens what was sealed before the master key or the issuer changed; nothing is sealed with these. */
  readonly previousMasterKey?: Uint8Array | undefined;
  readonly previousIssuer?: string | undefined;
  readonly random: FillRandom;
}

export function createKeySealer(parts: SealerParts): KeySealer {
  return createSealer(parts, {
    purpose: 'signet key sealing',
    label: 'signet signing key',
    otherKey: (key) => new SignetError(refusal('master_key_wrong.other_key', { key })),
    otherIssuer: (key, issuer, own) =>
      new SignetError(refusal('master_key_wrong.other_issuer', { key, issuer, own })),
  });
}

/**
 * A seal names the issuer that it was made for, in the clear as well as in what is authenticated: a row that is copied
 * into the database of another issuer does not open there, whoever shares the master key. `2.ISSUER.SEALED`, both as
 * base64url; what has no dots is of the first form, bound to the id alone.
 */
export function createSealer<Id extends string>(parts: SealerParts, use: SealUse<Id>): Sealer<Id> {
  const keys = deriveKeys(parts.masterKey, parts.previousMasterKey, use.purpose);
  const label = (issuer: string, id: Id) => JSON.stringify([use.label, issuer, id]);
  const [key] = keys;
  const ours = boundTo(parts.issuer);
  const taken = [
    ours,
    nobody,
    ...(parts.previousIssuer === undefined ? [] : [boundTo(parts.previousIssuer)]),
  ];
  return {
    seal(plain, id) {
      const bound = Buffer.from(ours, 'utf8').toString('base64url');
      return `2.${bound}.${seal(plain, key, label(ours, id), parts.random)}`;
    },
    open(sealed, id) {
      const { issuer, form, body } = readSeal(sealed);
      const aad = form === 'bound' ? label(issuer, id) : id;
      const opened = openBy(keys, body, aad);
      if (opened === undefined) throw use.otherKey(id);
      if (!taken.includes(issuer)) throw use.otherIssuer(id, issuer, parts.issuer);
      const current = opened.key === key && form === 'bound' && issuer === ours;
      return { plain: opened.plain, current };
    },
  };
}

/** Every machine has a `localhost`, at any port: a seal made there is not bound, so that a trial can go live. */
const nobody = '';

function boundTo(issuer: string): string {
  const url = new URL(issuer);
  return isLoopbackLiteral(url) || isNamedLocalhost(url) ? nobody : issuer;
}

interface ReadSeal {
  readonly form: 'first' | 'bound';
  readonly issuer: string;
  readonly body: string;
}

function readSeal(sealed: string): ReadSeal {
  const [version, issuer = '', body] = sealed.split('.');
  if (version !== '2' || body === undefined) return { form: 'first', issuer: nobody, body: sealed };
  return { form: 'bound', issuer: Buffer.from(issuer, 'base64url').toString('utf8'), body };
}

function openBy(keys: readonly Uint8Array[], body: string, aad: string) {
  for (const key of keys) {
    const plain = unseal(body, key, aad);
    if (plain !== undefined) return { key, plain };
  }
  return undefined;
}
