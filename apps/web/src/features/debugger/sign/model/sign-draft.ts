import { readAlgorithm, signBytes, toValue } from '@signet/token';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type DraftKey, readDraftKey } from './draft-key.ts';
import { readObject } from './read-object.ts';

export type DraftPart = 'header' | 'payload' | 'key';

/** What the reader has written. */
export interface Draft {
  readonly header: string;
  readonly payload: string;
  readonly key: DraftKey;
}

/** A token that was just signed, or what keeps it from being signed. */
export type SignedDraft =
  | { readonly kind: 'signed'; readonly token: string; readonly publicText?: string }
  | {
      readonly kind: 'refused';
      readonly part: DraftPart;
      readonly sentence: string;
      /** Where the text of the part is at fault, in UTF-16 units. */
      readonly offset?: number;
    };

type Refused = Extract<SignedDraft, { kind: 'refused' }>;

/**
 * Signs the payload byte for byte as it is written. The header is written by the signer from its members, with
 * `alg` and `kid` first. Never throws for what a person may type.
 */
export async function signDraft({ header, payload, key }: Draft): Promise<SignedDraft> {
  const headerRoot = readObject('header', header);
  if (headerRoot.kind === 'refused') return headerRoot;
  const payloadRoot = readObject('payload', payload);
  if (payloadRoot.kind === 'refused') return payloadRoot;
  const members = { ...(toValue(headerRoot) as Readonly<Record<string, unknown>>) };
  const fault = faultOfHeader(members, key);
  if (fault) return fault;
  const read = await readDraftKey(key);
  if (read.kind === 'refused')
    return { kind: 'refused', part: 'key', sentence: translate(read.refusal.sentence) };
  const { signing, publicText } = read.key;
  const { alg: _alg, kid, ...rest } = members;
  const named = typeof kid === 'string' ? { ...signing, kid } : signing;
  const token = await signBytes(new TextEncoder().encode(payload), { key: named, header: rest });
  return { kind: 'signed', token, ...(publicText !== undefined && { publicText: withKid(publicText, kid) }) };
}

function faultOfHeader(
  members: Readonly<Record<string, unknown>>,
  { algorithm }: DraftKey,
): Refused | undefined {
  const { alg, kid } = members;
  if (readAlgorithm(alg) !== algorithm) {
    return refuse('header', words.problems.algorithm(typeof alg === 'string' ? alg : 'no alg', algorithm));
  }
  if (kid !== undefined && typeof kid !== 'string') return refuse('header', words.problems.kid);
  if (Object.hasOwn(members, 'crit') || Object.hasOwn(members, 'b64')) {
    return refuse('header', words.problems.reserved);
  }
  return undefined;
}

function refuse(part: DraftPart, sentence: string): Refused {
  return { kind: 'refused', part, sentence };
}

/** The public key under the name that the token gives it. */
function withKid(publicText: string, kid: unknown): string {
  const { kid: _kid, ...jwk } = JSON.parse(publicText) as Readonly<Record<string, unknown>>;
  return JSON.stringify(typeof kid === 'string' ? { kid, ...jwk } : jwk, null, 2);
}
