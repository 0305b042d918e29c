import { type Described, followed, membersOf, textOf } from './described.ts';

/** What a route asks for, and what of the description's words has no place in it. */
export interface Asked {
  readonly kind: 'public' | 'protected';
  /** Sets of scopes, of which one must be there whole; none: any token will do. */
  readonly anyOf: readonly (readonly string[])[];
  readonly optional: boolean;
  readonly notes: readonly string[];
}

const scopePattern = /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/;

/**
 * The security requirements of an operation. Only one that says itself that it needs nothing (`security: []`) is public: where
 * the description is silent, or asks for what a token is not, a token is asked for all the same.
 */
export function readSecurity(document: Described, own: unknown): Asked {
  const required = own ?? document['security'];
  if (required === undefined) {
    return guarded([], false, [
      'says nothing of security: a token is asked for; write `public: true` if everyone may call it',
    ]);
  }
  if (!Array.isArray(required))
    return guarded([], false, ['its `security` is no list: a token is asked for']);
  if (required.length === 0) return { kind: 'public', anyOf: [], optional: false, notes: [] };
  const schemes = membersOf(membersOf(document['components'])['securitySchemes']);
  const notes: string[] = [];
  const sets: (readonly string[])[] = [];
  let optional = false;
  for (const alternative of required.map(membersOf)) {
    const names = Object.keys(alternative);
    if (names.length === 0) {
      optional = true;
      continue;
    }
    const scopes = new Set<string>();
    for (const name of names) {
      const unmapped = faultOf(document, schemes[name]);
      if (unmapped !== undefined) notes.push(`${name}: ${unmapped}`);
      const wanted = Array.isArray(alternative[name]) ? alternative[name] : [];
      for (const scope of wanted) {
        if (typeof scope === 'string' && scopePattern.test(scope)) scopes.add(scope);
        else notes.push(`${name}: a scope that no token can carry was left out`);
      }
    }
    sets.push([...scopes]);
  }
  // A set of none is met by any token, which leaves nothing of the others to ask.
  const isFree = sets.some(({ length }) => length === 0);
  if (isFree && sets.some(({ length }) => length > 0))
    notes.push('one alternative names no scope: any token of the issuer will do');
  if (sets.length === 0) notes.push('is open to who has no token, and asks nothing of one that comes');
  return guarded(isFree ? [] : sets, optional, notes);
}

function guarded(anyOf: Asked['anyOf'], optional: boolean, notes: readonly string[]): Asked {
  return { kind: 'protected', anyOf, optional, notes };
}

/** Why a scheme is none that a token of the issuer meets; undefined where it is. */
function faultOf(document: Described, value: unknown): string | undefined {
  const scheme = value === undefined ? undefined : followed(document, value);
  if (scheme === undefined) return 'is not described in this file; a token is asked for in its place';
  const type = textOf(scheme['type']);
  if (type === 'oauth2' || type === 'openIdConnect') return undefined;
  const http = textOf(scheme['scheme'])?.toLowerCase();
  if (type === 'http' && http === 'bearer') return undefined;
  const told = type === 'http' ? `HTTP ${http ?? ''}` : type === 'apiKey' ? 'a key' : (type ?? 'of no type');
  return `is ${told}, which has no counterpart here; a token is asked for in its place`;
}
