import { type Requirements, stepUpOf } from '@signet/trust/bearer';
import { conditionsOf, type RequiredConditions } from './conditions.ts';

/**
 * What a token must carry: every scope and every permission, and one of the roles; which conditions must hold, and what
 * sign-in it must be of.
 */
export interface Requires extends RequiredConditions {
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
  /** How the person must have signed in: `acr` must be this, or one of these. `'2'`: with two factors. */
  readonly acr?: string | readonly string[];
  /** Seconds since the person signed in, at most. */
  readonly maxAge?: number;
}

/** @throws TypeError for a text in the place of a list, of which every letter would be a name, for a condition that cannot be read, and for what no sign-in fulfils */
export function requirementsOf(requires: Requires): Requirements {
  const { scopes = [], roles = [], permissions = [], acr, maxAge } = requires;
  for (const [name, list] of Object.entries({ scopes, roles, permissions })) {
    if (!Array.isArray(list)) throw new TypeError(`requires.${name} is not a list`);
  }
  if (maxAge !== undefined && !(Number.isSafeInteger(maxAge) && maxAge >= 1)) {
    throw new TypeError('requires.maxAge is no whole number of seconds');
  }
  return Object.freeze({
    scopes: [...scopes],
    roles: [...roles],
    permissions: [...permissions],
    conditions: conditionsOf(requires),
    scope: scopes.join(' '),
    stepUp: stepUpOf(acr === undefined ? [] : acrOf(acr), maxAge),
  });
}

/** What a challenge can say between quotes, with blanks between several. */
const acrShape = /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/;

function acrOf(acr: string | readonly string[]): readonly string[] {
  const values: readonly unknown[] = Array.isArray(acr) ? [...acr] : [acr];
  const texts = values.filter((one) => typeof one === 'string').filter((one) => acrShape.test(one));
  if (texts.length === 0 || texts.length < values.length) {
    throw new TypeError('requires.acr is neither a text without blanks nor a list of such texts');
  }
  return texts;
}
