import type { JsonValue } from '../json/json-node.ts';
import { inspectJws } from '../jws/inspect-jws.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { type Making, made, notMade } from '../jws/making.ts';
import { signJws } from '../jws/sign-jws.ts';
import { type GivenKey, readGivenKeys } from '../keys/given-key.ts';
import { malformed } from '../verdict/malformed.ts';
import { digestOf, hashOf } from './read-disclosure.ts';
import { payloadOf, readSdJwt } from './read-sd-jwt.ts';
import type { Disclosure, SdJwt } from './sd-jwt.ts';

/** What a holder shows, and the proof that it is theirs. */
export interface SdJwtPresentation {
  /** Digests of the disclosures to show; what they stand in is shown with them. */
  readonly digests: readonly string[];
  readonly keyBinding?: KeyBindingDraft;
}

export interface KeyBindingDraft {
  /** The holder's private key, of which `cnf` has the public half. */
  readonly key: GivenKey;
  readonly algorithm: string;
  readonly audience: string;
  readonly nonce: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

/** Presents a choice of the disclosures of an SD-JWT (RFC 9901 §6). An earlier key binding is left out. */
export async function presentSdJwt(text: string, presentation: SdJwtPresentation): Promise<Making> {
  const sdJwt = await readSdJwt(text);
  const [issued] = text.trim().split('~', 1);
  if (sdJwt === undefined || issued === undefined) return notMade(malformed('This is no SD-JWT').refusal);
  const { disclosures } = sdJwt;
  const unknown = presentation.digests.find((each) => !disclosures.some(({ digest }) => digest === each));
  if (unknown !== undefined)
    return notMade(malformed('The SD-JWT has no such disclosure', { actual: unknown }).refusal);
  const shown = withParents(new Set(presentation.digests), disclosures);
  const chosen = disclosures.filter(({ digest }) => shown.has(digest)).map((each) => each.text);
  const presented = [issued, ...chosen, ''].join('~');
  if (presentation.keyBinding === undefined) return made(presented, []);
  return bindKey(sdJwt, presented, presentation.keyBinding);
}

/** RFC 9901 §4.3: over the hash of everything before it. */
async function bindKey(sdJwt: SdJwt, presented: string, draft: KeyBindingDraft): Promise<Making> {
  const payload = payloadOf(sdJwt.token);
  const hash = hashOf(isObject(payload) ? payload['_sd_alg'] : undefined);
  if (hash === undefined) return notMade(malformed('The hash of the SD-JWT is not known here').refusal);
  const { key, algorithm, audience, nonce, issuedAt } = draft;
  const claims = { iat: issuedAt, aud: audience, nonce, sd_hash: await digestOf(hash, presented) };
  const protectedHeader = JSON.stringify({ alg: algorithm, typ: 'kb+jwt' });
  const signed = await signJws({
    payload: new TextEncoder().encode(JSON.stringify(claims)),
    signers: [{ key, protectedHeader }],
    form: 'compact',
  });
  if (signed.kind === 'refused') return signed;
  const doubts = await doubtsAbout(signed.token, isObject(payload) ? payload['cnf'] : undefined);
  return made(`${presented}${signed.token}`, [...signed.warnings, ...doubts]);
}

const unbound = 'The issuer bound the SD-JWT to no key (cnf), so that the key binding proves nothing.';
const boundToAnother =
  'The issuer bound the SD-JWT to another key (cnf) than the one that signed the key binding: a verifier refuses it.';

/** A holder's key that stands in the token is held against the signature; one that it only names cannot be. */
async function doubtsAbout(keyBinding: string, cnf: JsonValue | undefined): Promise<readonly string[]> {
  if (cnf === undefined) return [unbound];
  const jwk = isObject(cnf) ? cnf['jwk'] : undefined;
  if (jwk === undefined) return [];
  const read = readGivenKeys(jwk);
  if (read.kind === 'refused') return [boundToAnother];
  const { verdict } = await inspectJws(keyBinding, { keys: openInspectionKeys(read.key) });
  return verdict.verdict === 'verified' ? [] : [boundToAnother];
}

/** A disclosure inside another is of no use without it (RFC 9901 §7.1). */
function withParents(chosen: ReadonlySet<string>, disclosures: readonly Disclosure[]): ReadonlySet<string> {
  const parents = new Map(
    disclosures.flatMap(({ digest, value }) => digestsIn(value).map((child) => [child, digest] as const)),
  );
  const shown = new Set(chosen);
  // A set visits what is added while it is walked, so that parents of parents are found.
  for (const digest of shown) {
    const parent = parents.get(digest);
    if (parent !== undefined) shown.add(parent);
  }
  return shown;
}

/** Every text that stands where a digest may stand. */
function digestsIn(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(digestsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === '...' && typeof inner === 'string') return [inner];
    if (name === '_sd' && Array.isArray(inner)) return inner.filter((each) => typeof each === 'string');
    return digestsIn(inner);
  });
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
