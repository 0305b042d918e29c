import { type OrganizationId, parseId, type SessionId } from '@signet/contracts';
import type { KeptDocuments } from './kept-document.ts';

/** What an authorization code stands for, as it was when the code was given out. */
export interface AuthorizedCode {
  readonly clientId: string;
  readonly sid: SessionId;
  readonly redirectUri: string;
  /** RFC 7636 §4.2, always `S256`. */
  readonly challenge: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  readonly nonce?: string;
  /** In the name of which organisation. */
  readonly organization?: OrganizationId;
  /** The thumbprint of the one key by which it may be exchanged (RFC 9449 §10). */
  readonly proofKey?: string;
  /** Milliseconds since the epoch. */
  readonly givenAt: number;
}

/** Reads what the engine wrote down; `undefined` for a code that is unknown or has expired. */
export async function readCode(code: string, codes: KeptDocuments): Promise<AuthorizedCode | undefined> {
  const kept = await codes.find(code);
  if (kept === undefined) return undefined;
  const { document, keptAt: givenAt } = kept;
  const { clientId, redirectUri, codeChallenge, scope, resource, nonce, sessionUid, dpopJkt } = document;
  const sid = parseId('session', sessionUid);
  const organization = parseId('organization', document['organization']);
  if (sid === undefined || typeof codeChallenge !== 'string' || typeof resource !== 'string') {
    throw new TypeError('The engine gave out a code that lacks what every code here has.');
  }
  return {
    clientId: String(clientId),
    sid,
    redirectUri: String(redirectUri),
    challenge: codeChallenge,
    scopes: typeof scope === 'string' ? scope.split(' ') : [],
    audience: resource,
    givenAt,
    ...(organization === undefined ? {} : { organization }),
    ...(typeof nonce === 'string' ? { nonce } : {}),
    ...(typeof dpopJkt === 'string' ? { proofKey: dpopJkt } : {}),
  };
}
