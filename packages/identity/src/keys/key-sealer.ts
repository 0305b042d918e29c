import { type FillRandom, type KeyId, refusal, SignetError } from '@signet/contracts';
import { isLoopbackLiteral, isNamedLocalhost } from '@signet/token/keys';
import { deriveKeys } from './derive-key.ts';
import { seal, unseal } from './seal.ts';

/** Seals private keys for this issuer, and opens what it or an earlier master key sealed. */
export interface KeySealer {
  seal(plain: string, id: KeyId): string;
  /**
   * The private JWK as JSON, and whether it is sealed as `seal` would do it today.
   * @throws SignetError `master_key_wrong`
   */
  open(sealed: string, id: KeyId): { readonly plain: string; readonly current: boolean };
}

export interface KeySealerParts {
  readonly issuer: string;
  readonly masterKey: Uint8Array;
  /** Opens what was sealed before the master key or the issuer changed; nothing is sealed with these. */
  readonly previousMasterKey?: Uint8Array | undefined;
  readonly previousIssuer?: string | undefined;
  readonly random: FillRandom;
}

/**
 * A seal names the issuer that it was made for, in the clear as well as in what is authenticated: a row that is copied
 * into the database of another issuer does not open there, whoever shares the master key. `2.ISSUER.SEALED`, both as
 * base64url; what has no dots is of the first form, bound to the id of the key alone.
 */
export function createKeySealer(parts: KeySealerParts): KeySealer {
  const keys = deriveKeys(parts.masterKey, parts.previousMasterKey, 'signet key sealing');
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
      if (opened === undefined) throw new SignetError(refusal('master_key_wrong.other_key', { key: id }));
      if (!taken.includes(issuer)) throw otherIssuer(id, issuer, parts.issuer);
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

function label(issuer: string, id: KeyId): string {
  return JSON.stringify(['signet signing key', issuer, id]);
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

function otherIssuer(key: KeyId, issuer: string, own: string): SignetError {
  return new SignetError(refusal('master_key_wrong.other_issuer', { key, issuer, own }));
}
