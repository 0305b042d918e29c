import type { Making } from '@signet/token/jws';
import { type ClaimPath, issueSdJwt, presentSdJwt, readSdJwt } from '@signet/token/sd-jwt';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type DraftKey, namesOf } from './draft-key.ts';
import { type ReadKeyText, readKeyText } from './key-text.ts';
import { type Draft, type NotMade, notMade, type SignedDraft, signDraft } from './sign-draft.ts';

/** What the holder of an SD-JWT does with it. */
export interface Holding {
  /** How many digests that stand for nothing are put among the others. */
  readonly decoys: number;
  /** Its public half is named in `cnf`; the private half signs the key binding. */
  readonly key?: DraftKey;
  /** Whom the holder shows the token to; absent where it is only issued. */
  readonly binding?: KeyBindingWishes;
}

/** What a verifier asks of a key binding token (RFC 9901 §4.3). */
export interface KeyBindingWishes {
  readonly audience: string;
  readonly nonce: string;
}

/** Issues an SD-JWT and, where asked to, presents it with all its disclosures and the proof of its holder. */
export async function issueToHolder(
  draft: Draft,
  paths: readonly ClaimPath[],
  { decoys, key, binding }: Holding,
): Promise<SignedDraft | NotMade> {
  const holder = key && (await readHolder(key));
  if (holder?.kind === 'refused') return holder;
  const jwk = holder?.read.jwk;
  const signed = await signDraft(draft, (claims, issuer, protectedHeader) =>
    issueSdJwt({ claims, key: issuer, protectedHeader, paths, decoys, ...(jwk && { holder: jwk }) }),
  );
  if (signed.kind === 'refused' || !key || !holder || !binding) return signed;
  const presented = await present(signed.token, holder.read, key, binding);
  if (presented.kind === 'refused') return notMade('holder', translate(presented.refusal.sentence));
  return { ...signed, token: presented.token, warnings: [...signed.warnings, ...presented.warnings] };
}

async function readHolder(
  key: DraftKey,
): Promise<{ readonly kind: 'holder'; readonly read: ReadKeyText } | NotMade> {
  if (key.isLacking) return notMade('holder', words.problems.lacking(key.algorithm));
  const read = await readKeyText(key);
  if (read.kind === 'refused') return notMade('holder', translate(read.refusal.sentence));
  if (read.key.isSecret || !read.key.jwk) return notMade('holder', words.problems.holderSecret);
  return { kind: 'holder', read: read.key };
}

async function present(
  token: string,
  { given }: ReadKeyText,
  { algorithm }: DraftKey,
  { audience, nonce }: KeyBindingWishes,
): Promise<Making> {
  const issued = await readSdJwt(token);
  const [name = algorithm] = namesOf(algorithm);
  const issuedAt = Math.floor(Date.now() / 1000);
  return presentSdJwt(token, {
    digests: issued?.disclosures.map(({ digest }) => digest) ?? [],
    keyBinding: { key: given, algorithm: name, audience, nonce, issuedAt },
  });
}
