import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { type GivenKeys, givenKeysOf, thumbprint } from '@signet/token/keys';
import type { Finding as LintFinding } from '@signet/token/lint';
import { type ParsedToken, parseToken } from '@signet/token/parse';
import { keyOfProof } from '@signet/token/profiles';
import { mostCharacters } from '../../../../../parts/token-view/model/dissect.ts';
import type { Finding } from '../../../../../parts/token-view/model/inspection.ts';
import { words } from '../words.ts';

/** What a DPoP proof proves by the key inside it (RFC 9449 §4.3). */
export interface Proof {
  /** RFC 7638; absent where the proof brings no public key that can be read. */
  readonly thumbprint?: string;
  /** Whether the signature matches the key inside; absent where that cannot be told here. */
  readonly isPossessed?: boolean;
  /** Present where an access token was given and nothing speaks against the binding. */
  readonly binding?: 'bound' | 'opaque';
}

/**
 * Reads a proof by its own key, which it must bring along: this says who made the proof, and not that anybody is
 * to be trusted.
 * @param found what speaks against the proof by the rules of its profile
 */
export async function readProof(
  parsed: ParsedToken,
  accessToken: string | undefined,
  found: readonly LintFinding[],
): Promise<Proof> {
  const key = keyOfProof(parsed);
  const given = key && givenKeysOf(key);
  if (given?.kind !== 'key') return {};
  const [print, isPossessed] = await Promise.all([
    thumbprintOf(key?.jwk ?? {}),
    matchesOwnKey(parsed.token, given.key),
  ]);
  const speaksAgainst = found.some(({ rule }) => /\/(?:ath-|cnf-|jkt-)/.test(rule));
  const isBound = accessToken !== undefined && !speaksAgainst && print !== undefined;
  return {
    ...(print !== undefined && { thumbprint: print }),
    ...(isPossessed !== undefined && { isPossessed }),
    ...(isBound && { binding: isReadable(accessToken) ? 'bound' : 'opaque' }),
  };
}

/** The refusal of a proof by somebody who does not have its key. */
export function notPossessed(): Finding {
  return { id: 'dpop-proof/signature', tone: 'refused', ...words.proof.notPossessed };
}

/** Undefined for a key that lacks what its thumbprint is made of; the profile says so itself. */
async function thumbprintOf(jwk: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  return thumbprint(jwk).catch(() => undefined);
}

async function matchesOwnKey(token: string, given: GivenKeys): Promise<boolean | undefined> {
  const keys = openInspectionKeys(given);
  const { verdict } = await inspectJws(token, { keys, maxBytes: mostCharacters });
  if (verdict.verdict === 'verified') return true;
  // Anything else, such as an algorithm that is missing here, says nothing about the proof.
  return verdict.refusal.code === 'signature_invalid' ? false : undefined;
}

/** What is no JWT says to nobody but its issuer to which key it is bound (RFC 9449 §6.2). */
function isReadable(accessToken: string): boolean {
  const { segments } = parseToken(accessToken, { maxBytes: mostCharacters });
  const content = segments.find(({ role }) => role === 'payload')?.content;
  return content?.kind === 'json' && content.root.kind === 'object';
}
