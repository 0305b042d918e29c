import { compactJson } from '@signet/token/json';
import { type Making, signJws } from '@signet/token/jws';
import type { GivenKey, Jwk } from '@signet/token/keys';
import type { Refusal } from '@signet/token/verdict';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type DraftKey, namesOf, publicJwkOf } from './draft-key.ts';
import { textMember } from './edit-json.ts';
import { readKeyText } from './key-text.ts';
import { readObject } from './read-object.ts';

export type DraftPart = 'header' | 'payload' | 'key' | 'recipient' | 'holder';

/** What the reader has written. */
export interface Draft {
  readonly header: string;
  readonly payload: string;
  readonly key: DraftKey;
  /** What is signed byte for byte; white space between values is left out of the rest. */
  readonly asWritten?: readonly ('header' | 'payload')[];
}

/** What keeps a token from being made. */
export interface NotMade {
  readonly kind: 'refused';
  readonly part: DraftPart;
  readonly sentence: string;
  /** Where the text of the part is at fault, in UTF-16 units. */
  readonly offset?: number;
}

/** A token that was just signed. */
export interface SignedDraft {
  readonly kind: 'signed';
  readonly token: string;
  /** What a careful verifier will not let through. */
  readonly warnings: readonly string[];
  /** The key to verify with, as text; the public half where there is one. Empty where none can be given away. */
  readonly verifyKey: string;
  /** The same as JWK; a secret as well. */
  readonly verifyJwk?: Jwk;
}

/** Makes a token of a payload, a key and a header, byte for byte. */
export type Sign = (payload: string, key: GivenKey, protectedHeader: string) => Promise<Making>;

const signCompact: Sign = (payload, key, protectedHeader) =>
  signJws({
    payload: new TextEncoder().encode(payload),
    signers: [{ key, protectedHeader }],
    form: 'compact',
  });

/** Header or payload as it goes into the token: every value is spelt as it was typed. */
export function textOf({ asWritten = [], ...draft }: Draft, part: 'header' | 'payload'): string {
  return asWritten.includes(part) ? draft[part] : compactJson(draft[part]);
}

/** Signs header and payload. Never throws for what a person may type. */
export async function signDraft(draft: Draft, sign: Sign = signCompact): Promise<SignedDraft | NotMade> {
  const { header, payload, key } = draft;
  for (const read of [readObject('header', header), readObject('payload', payload)]) {
    if (read.kind === 'refused') return read;
  }
  const alg = textMember(header, 'alg');
  if (!namesOf(key.algorithm).includes(alg ?? '')) {
    return notMade('header', words.problems.algorithm(alg ?? words.problems.noAlgorithm, key.algorithm));
  }
  if (key.isLacking) return notMade('key', words.problems.lacking(key.algorithm));
  const read = await readKeyText(key);
  if (read.kind === 'refused') return notMade('key', translate(read.refusal.sentence));
  const making = await sign(textOf(draft, 'payload'), read.key.given, textOf(draft, 'header'));
  if (making.kind === 'refused') return notMade(partAtFault(making.refusal), said(making.refusal));
  const { token, warnings } = making;
  const open = publicJwkOf(read.key, key.algorithm, textMember(header, 'kid'));
  const verifyJwk = open ?? (read.key.isSecret ? read.key.jwk : undefined);
  return {
    kind: 'signed',
    token,
    warnings,
    verifyKey: verifyText(key, verifyJwk),
    ...(verifyJwk && { verifyJwk }),
  };
}

/** A secret that is written as text goes on as it is; every other key as JWK. */
function verifyText({ text, encoding }: DraftKey, jwk: Jwk | undefined): string {
  if (!jwk) return '';
  return jwk['kty'] === 'oct' && encoding === 'utf8' ? text : JSON.stringify(jwk, null, 2);
}

/** What is wrong, and how it can be mended where that is known. */
function said({ sentence, fix }: Refusal<string>): string {
  return fix === undefined ? translate(sentence) : `${translate(sentence)} ${translate(fix)}`;
}

function partAtFault({ code, member }: Refusal<string>): DraftPart {
  if (code === 'claim_invalid' || code === 'token_oversized' || member === 'payload') return 'payload';
  return code.startsWith('key_') || code.startsWith('secret_') || code.startsWith('runtime_')
    ? 'key'
    : 'header';
}

export function notMade(part: DraftPart, sentence: string): NotMade {
  return { kind: 'refused', part, sentence };
}
