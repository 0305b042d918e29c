import { type ClaimPath, issueSdJwt, type Jwk } from '@signet/token';
import { encryptText } from './encrypt-text.ts';
import { readObject } from './read-object.ts';
import type { Recipient } from './recipient.ts';
import { type Draft, type NotMade, type Sign, type SignedDraft, signDraft } from './sign-draft.ts';

/**
 * What is made of a draft: signed, signed and then encrypted (RFC 7519 §11.2), encrypted without a signature, or
 * signed so that its holder chooses what to show (RFC 9901).
 */
export type Output = 'signed' | 'nested' | 'encrypted' | 'sd-jwt';

export const outputs: readonly Output[] = ['signed', 'nested', 'encrypted', 'sd-jwt'];

/** Everything that a token is made of. */
export interface Plan {
  readonly output: Output;
  readonly draft: Draft;
  readonly recipient: Recipient;
  /** What the holder of an SD-JWT may hold back. */
  readonly paths: readonly ClaimPath[];
}

/** A token that was just made, with what Inspect needs to take it apart. */
export interface MadeToken {
  readonly kind: 'made';
  readonly token: string;
  readonly warnings: readonly string[];
  /** The key as text: public where that is enough, private where it must decrypt; empty where there is none to give. */
  readonly inspectKey: string;
}

/** Makes the token, or says which part keeps it from being made. Never throws for what a person may type. */
export async function makeToken({ output, draft, recipient, paths }: Plan): Promise<MadeToken | NotMade> {
  if (output === 'encrypted') return encryptClaims(draft.payload, recipient);
  const signed = await (output === 'sd-jwt' ? signDraft(draft, concealing(paths)) : signDraft(draft));
  if (signed.kind === 'refused') return signed;
  if (output === 'nested') return nest(signed, recipient);
  const { token, warnings, verifyKey } = signed;
  return { kind: 'made', token, warnings, inspectKey: verifyKey };
}

function concealing(paths: readonly ClaimPath[]): Sign {
  return (claims, key, protectedHeader) => issueSdJwt({ claims, key, protectedHeader, paths });
}

async function encryptClaims(payload: string, recipient: Recipient): Promise<MadeToken | NotMade> {
  const read = readObject('payload', payload);
  if (read.kind === 'refused') return read;
  const encrypted = await encryptText(payload, recipient, { typ: 'JWT' });
  if (encrypted.kind === 'refused') return encrypted;
  return { kind: 'made', token: encrypted.token, warnings: [], inspectKey: keysText([encrypted.openJwk]) };
}

/** RFC 7519 §5.2: the header says that another token is inside. */
async function nest(signed: SignedDraft, recipient: Recipient): Promise<MadeToken | NotMade> {
  const encrypted = await encryptText(signed.token, recipient, { cty: 'JWT' });
  if (encrypted.kind === 'refused') return encrypted;
  const { token, openJwk } = encrypted;
  const keys = openJwk ? [openJwk, signed.verifyJwk] : [];
  return { kind: 'made', token, warnings: signed.warnings, inspectKey: keysText(keys) };
}

/** One key by itself, several as a set: the one opens the outer token, the other verifies the inner one. */
function keysText(given: readonly (Jwk | undefined)[]): string {
  const keys = given.flatMap((key) => (key ? [key] : []));
  const [only] = keys;
  if (!only) return '';
  return JSON.stringify(keys.length === 1 ? only : { keys }, null, 2);
}
