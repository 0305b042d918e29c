import { type ProfileName, uncheckedOfProof } from '@signet/token/profiles';
import type { Claims } from '@signet/token/verify';
import type { BindingOptions, CheckedSelective } from './check-selective.ts';
import type { ProfileOptions } from './profile-check.ts';

/** The token that a yes is about. */
export interface Verified {
  readonly profile?: ProfileName | undefined;
  readonly claims: Claims | undefined;
  readonly selective?: CheckedSelective | undefined;
}

/** What a verdict of yes does not cover. */
export function uncheckedOf(
  { profile, claims, selective }: Verified,
  options: ProfileOptions & BindingOptions & { readonly dpop?: string },
): readonly string[] {
  // A proof names neither issuer nor audience; that it is for a certain request is what it says (RFC 9449 §4.3).
  if (profile === 'dpop-proof') return uncheckedOfProof({ ...options, accessToken: options.accessTokenFile });
  const names = missing(options, ['issuer', 'audience']);
  if (claims === undefined) return [...names, 'times'];
  return [
    ...names,
    ...('exp' in claims ? [] : ['expiry']),
    ...(selective?.binding === 'missing' ? ['holder'] : []),
    ...(selective?.binding === 'proved' ? missing(options, ['bindingAudience', 'bindingNonce']) : []),
    ...(options.dpop === undefined ? [] : missing(options, ['method', 'url'])),
    ...(isBound(claims) && options.dpop === undefined && selective === undefined ? ['dpop'] : []),
  ];
}

function missing<Name extends string>(
  options: Readonly<Partial<Record<Name, string>>>,
  names: readonly Name[],
): readonly string[] {
  return names.filter((name) => options[name] === undefined);
}

/** RFC 9449 §6.1: whoever holds the token alone must not be believed. */
function isBound({ cnf }: Claims): boolean {
  return typeof cnf === 'object' && cnf !== null && 'jkt' in cnf;
}
