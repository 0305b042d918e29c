import { type Described, followed, membersOf, textOf } from './described.ts';
import { keyHeaderOf } from './key-header.ts';

/** What a route asks for, and what of the description's words has no place in it. */
export interface Asked {
  readonly kind: 'public' | 'protected';
  /** Sets of scopes, of which one must be there whole; none: any token or key will do. */
  readonly anyOf: readonly (readonly string[])[];
  /** Whether a token will do. */
  readonly token: boolean;
  /** The header of a key that will do as well, or alone. */
  readonly keyHeader?: string | undefined;
  readonly optional: boolean;
  readonly notes: readonly string[];
}

const scopePattern = /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/;

/**
 * The security requirements of an operation. Only one that says itself that it needs nothing (`security: []`) is public: where
 * the description is silent, or asks for what is neither a token nor a key in a header, a token is asked for all the same.
 * @param takesKeys whether it is known for which API keys are made
 */
export function readSecurity(document: Described, own: unknown, takesKeys: boolean): Asked {
  const required = own ?? document['security'];
  if (required === undefined) {
    return tokenAlone(
      'says nothing of security: a token is asked for; write `public: true` if everyone may call it',
    );
  }
  if (!Array.isArray(required)) return tokenAlone('its `security` is no list: a token is asked for');
  if (required.length === 0) return { kind: 'public', anyOf: [], token: false, optional: false, notes: [] };
  const notes: string[] = [];
  const sets: (readonly string[])[] = [];
  let keyHeader: string | undefined;
  let optional = false;
  for (const alternative of required.map(membersOf)) {
    const names = Object.keys(alternative);
    if (names.length === 0) {
      optional = true;
      continue;
    }
    const key = takesKeys ? keyHeaderOf(document, alternative) : undefined;
    if (key !== undefined && (keyHeader ?? key) === key) {
      keyHeader = key;
      continue;
    }
    if (key !== undefined)
      notes.push(`${names[0]}: a route takes keys from one header, and has ${keyHeader}`);
    sets.push(scopesOf(document, alternative, takesKeys, notes));
  }
  return settled(sets, keyHeader, optional, notes);
}

function settled(
  sets: Asked['anyOf'],
  keyHeader: string | undefined,
  optional: boolean,
  notes: string[],
): Asked {
  // A set of none is met by any token, which leaves nothing of the others to ask.
  const isFree = sets.some(({ length }) => length === 0);
  if (isFree && sets.some(({ length }) => length > 0))
    notes.push('one alternative names no scope: any token of the issuer will do');
  if (keyHeader !== undefined && sets.length > 0 && !isFree)
    notes.push(`a key in ${keyHeader} must have been made with these scopes, as a token must have them`);
  if (sets.length === 0 && keyHeader === undefined)
    notes.push('is open to who has no token, and asks nothing of one that comes');
  const token = sets.length > 0 || keyHeader === undefined;
  return { kind: 'protected', anyOf: isFree ? [] : sets, token, keyHeader, optional, notes };
}

function tokenAlone(note: string): Asked {
  return { kind: 'protected', anyOf: [], token: true, optional: false, notes: [note] };
}

function scopesOf(
  document: Described,
  alternative: Described,
  takesKeys: boolean,
  notes: string[],
): readonly string[] {
  const schemes = membersOf(membersOf(document['components'])['securitySchemes']);
  const scopes = new Set<string>();
  for (const name of Object.keys(alternative)) {
    const unmapped = faultOf(document, schemes[name], takesKeys);
    if (unmapped !== undefined) notes.push(`${name}: ${unmapped}`);
    const wanted = Array.isArray(alternative[name]) ? alternative[name] : [];
    for (const scope of wanted) {
      if (typeof scope === 'string' && scopePattern.test(scope)) scopes.add(scope);
      else notes.push(`${name}: a scope that no token can carry was left out`);
    }
  }
  return [...scopes];
}

/** Why a scheme is none that a token of the issuer meets; undefined where it is. */
function faultOf(document: Described, value: unknown, takesKeys: boolean): string | undefined {
  const scheme = value === undefined ? undefined : followed(document, value);
  if (scheme === undefined) return 'is not described in this file; a token is asked for in its place';
  const type = textOf(scheme['type']);
  if (type === 'oauth2' || type === 'openIdConnect') return undefined;
  const http = textOf(scheme['scheme'])?.toLowerCase();
  if (type === 'http' && http === 'bearer') return undefined;
  if (type === 'apiKey' && !takesKeys)
    return 'is a key; name the API that keys are made for with `--audience`, or a token is asked for in its place';
  if (type === 'apiKey')
    return 'is a key that no route takes so: only alone, and in a header of its own; a token is asked for in its place';
  const told = type === 'http' ? `HTTP ${http ?? ''}` : (type ?? 'of no type');
  return `is ${told}, which has no counterpart here; a token is asked for in its place`;
}
