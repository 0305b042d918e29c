import { headerMember } from '../../../../../parts/token-view/model/dissect.ts';
import type { Dissection } from '../../../../../parts/token-view/model/inspection.ts';
import { readAddress } from './key-address.ts';

/** An address that the token itself leads to. It is a proposal: nothing is fetched for it. */
export interface SuggestedAddress {
  /** `iss`: the discovery document of the issuer; `jku`: whatever the token's writer put there (RFC 7515 §4.1.2). */
  readonly member: 'iss' | 'jku';
  readonly address: string;
}

/** Addresses out of an unverified token, the usual one first. */
export function suggestAddresses(dissection: Dissection): readonly SuggestedAddress[] {
  const issuer = dissection.described.claimSet?.['iss'];
  const jku = headerMember(dissection, 'jku');
  return [
    ...(typeof issuer === 'string' ? suggested('iss', discoveryOf(issuer)) : []),
    ...(typeof jku === 'string' ? suggested('jku', jku) : []),
  ];
}

/** OpenID Connect Discovery 1.0 §4: a slash at the end of the issuer is taken away first. */
function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

function suggested(member: SuggestedAddress['member'], text: string): readonly SuggestedAddress[] {
  const reading = readAddress(text);
  return reading.kind === 'address' ? [{ member, address: reading.url }] : [];
}
