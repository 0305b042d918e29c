import { type Making, made, notMade } from '../jws/making.ts';
import { signJws } from '../jws/sign-jws.ts';
import { publicHalf } from '../keys/jwk.ts';
import type { Jwk } from '../keys/key.ts';
import { oversized } from '../verdict/malformed.ts';
import type { ClaimPath } from './claim-path.ts';
import { Concealing, type Randomness } from './concealing.ts';
import { hashOf } from './read-disclosure.ts';
import { mostCharacters } from './read-sd-jwt.ts';
import { type ReadDraft, readSdJwtDraft, type SdJwtDraft } from './sd-jwt-draft.ts';

/**
 * Issues an SD-JWT (RFC 9901 §5) with all its disclosures, `token~disclosure~…~`: for the holder, who presents a
 * choice of them with `presentSdJwt`. Never rejects.
 */
export async function issueSdJwt(draft: SdJwtDraft): Promise<Making> {
  const read = readSdJwtDraft(draft);
  if (read.verdict === 'refused') return notMade(read.refusal);
  const { text, disclosures } = await conceal(draft, read.token);
  const { key, protectedHeader } = draft;
  const payload = new TextEncoder().encode(text);
  const signed = await signJws({ payload, signers: [{ key, protectedHeader }], form: 'compact' });
  if (signed.kind === 'refused') return signed;
  const token = [signed.token, ...disclosures, ''].join('~');
  if (token.length > mostCharacters) return notMade(oversized(token.length, mostCharacters).refusal);
  return made(token, [...signed.warnings, ...read.token.paths.flatMap(unwise)]);
}

interface Concealed {
  readonly text: string;
  readonly disclosures: readonly string[];
}

async function conceal(draft: SdJwtDraft, { root, paths }: ReadDraft): Promise<Concealed> {
  const { claims, hash = 'sha-256', decoys = 0, random = fromRuntime, holder } = draft;
  if (paths.length === 0 && holder === undefined) return { text: claims, disclosures: [] };
  const concealing = new Concealing(claims, { hash: hashOf(hash) ?? 'SHA-256', paths, decoys, random });
  const members = await concealing.members(root);
  const named = paths.length === 0 ? [] : [`"_sd_alg":"${hash}"`];
  const bound = holder === undefined ? [] : [`"cnf":${JSON.stringify({ jwk: confirmationOf(holder) })}`];
  return { text: `{${[...members, ...named, ...bound].join(',')}}`, disclosures: concealing.disclosures };
}

const fromRuntime: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

/** RFC 7800 §3.2: the key alone; what it is called and may do is the holder's affair. */
function confirmationOf(holder: Jwk): Jwk {
  const { kid: _kid, use: _use, ext: _ext, alg, ...bare } = publicHalf(holder);
  return holder['kty'] === 'AKP' ? { ...bare, alg } : bare;
}

/** RFC 9901 §9.7: a holder could hold back what limits the token. */
function unwise([first, ...others]: ClaimPath): readonly string[] {
  const limits: readonly unknown[] = ['iss', 'aud', 'exp', 'nbf', 'cnf'];
  if (others.length > 0 || !limits.includes(first)) return [];
  return [`${first} limits the token, and its holder could hold it back (RFC 9901 §9.7).`];
}
