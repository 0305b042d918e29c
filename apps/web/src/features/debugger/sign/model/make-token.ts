import { signJws } from '@signet/token/jws';
import type { Jwk } from '@signet/token/keys';
import type { ClaimPath } from '@signet/token/sd-jwt';
import type { Serialisation } from '@signet/token/serialisation';
import { encryptText } from './encrypt-text.ts';
import { type Holding, issueToHolder } from './issue-to-holder.ts';
import { readObject } from './read-object.ts';
import type { Recipient } from './recipient.ts';
import { type Draft, type NotMade, type Sign, signDraft, textOf } from './sign-draft.ts';

/**
 * What is made of a draft: signed, signed and then encrypted (RFC 7519 §11.2), encrypted without a signature, or
 * signed so that its holder chooses what to show (RFC 9901).
 */
export type Output = 'signed' | 'nested' | 'encrypted' | 'sd-jwt';

export const outputs: readonly Output[] = ['signed', 'nested', 'encrypted', 'sd-jwt'];

/** How a signed token is written down. */
export interface Writing {
  readonly form: Serialisation;
  /** Leaves the payload out of the token (RFC 7515 appendix F). */
  readonly isDetached: boolean;
  /** Signs header and payload byte for byte, white space between values too. */
  readonly isAsWritten?: boolean;
}

/** Everything that a token is made of. */
export interface Plan {
  readonly output: Output;
  readonly draft: Draft;
  readonly writing: Writing;
  readonly recipient: Recipient;
  /** What the holder of an SD-JWT may hold back. */
  readonly paths: readonly ClaimPath[];
  readonly holding?: Holding;
}

/** A token that was just made, with what Inspect needs to take it apart. */
export interface MadeToken {
  readonly kind: 'made';
  readonly output: Output;
  readonly token: string;
  readonly warnings: readonly string[];
  /** The key as text: public where that is enough, private where it must decrypt; empty where there is none to give. */
  readonly inspectKey: string;
  /** What the token leaves out. */
  readonly payload?: string;
}

/** Makes the token, or says which part keeps it from being made. Never throws for what a person may type. */
export function makeToken(plan: Plan): Promise<MadeToken | NotMade> {
  switch (plan.output) {
    case 'signed':
      return sign(plan);
    case 'nested':
      return nest(plan);
    case 'encrypted':
      return encryptClaims(plan);
    case 'sd-jwt':
      return issue(plan);
  }
}

async function sign({ output, draft, writing }: Plan): Promise<MadeToken | NotMade> {
  const signed = await signDraft({ ...draft, asWritten: asWritten(writing) }, writingAs(writing));
  if (signed.kind === 'refused') return signed;
  const { token, warnings, verifyKey } = signed;
  const left = writing.isDetached ? { payload: draft.payload } : {};
  return { kind: 'made', output, token, warnings, inspectKey: verifyKey, ...left };
}

/** A payload that travels by itself is the one that stands in the editor. */
function asWritten({ isAsWritten, isDetached }: Writing): readonly ('header' | 'payload')[] {
  if (isAsWritten) return ['header', 'payload'];
  return isDetached ? ['payload'] : [];
}

function writingAs({ form, isDetached }: Writing): Sign {
  return (payload, key, protectedHeader) =>
    signJws({
      payload: new TextEncoder().encode(payload),
      signers: [{ key, protectedHeader }],
      form,
      isDetached,
    });
}

async function issue({ output, draft, paths, holding = { decoys: 0 } }: Plan): Promise<MadeToken | NotMade> {
  const signed = await issueToHolder(draft, paths, holding);
  if (signed.kind === 'refused') return signed;
  const { token, warnings, verifyKey } = signed;
  return { kind: 'made', output, token, warnings, inspectKey: verifyKey };
}

async function encryptClaims({ output, draft, recipient }: Plan): Promise<MadeToken | NotMade> {
  const read = readObject('payload', draft.payload);
  if (read.kind === 'refused') return read;
  const encrypted = await encryptText(textOf(draft, 'payload'), recipient, { typ: 'JWT' });
  if (encrypted.kind === 'refused') return encrypted;
  const { token, openJwk } = encrypted;
  return { kind: 'made', output, token, warnings: [], inspectKey: keysText([openJwk]) };
}

/** RFC 7519 §5.2: the header says that another token is inside. */
async function nest({ output, draft, recipient }: Plan): Promise<MadeToken | NotMade> {
  const signed = await signDraft(draft);
  if (signed.kind === 'refused') return signed;
  const encrypted = await encryptText(signed.token, recipient, { cty: 'JWT' });
  if (encrypted.kind === 'refused') return encrypted;
  const { token, openJwk } = encrypted;
  const keys = openJwk ? [openJwk, signed.verifyJwk] : [];
  return { kind: 'made', output, token, warnings: signed.warnings, inspectKey: keysText(keys) };
}

/** One key by itself, several as a set: the one opens the outer token, the other verifies the inner one. */
function keysText(given: readonly (Jwk | undefined)[]): string {
  const keys = given.flatMap((key) => (key ? [key] : []));
  const [only] = keys;
  if (!only) return '';
  return JSON.stringify(keys.length === 1 ? only : { keys }, null, 2);
}
