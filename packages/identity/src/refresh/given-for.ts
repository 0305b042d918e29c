import { type IdentityConfiguration, refusal } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type Denied, denied } from '../outcome.ts';
import { ownAudiences } from '../tokens/own-audiences.ts';

/** For which APIs tokens are given to somebody today, and what is told where a session is for none of them. */
export interface GivenFor {
  readonly audiences: readonly string[];
  readonly otherwise: Denied;
}

/** Pages of our own, which sign in for what the configuration issues for. */
export function givenToOwnPages(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
}): GivenFor {
  const audiences = ownAudiences(parts.issuer, parts.configuration());
  return { audiences, otherwise: denied(refusal('audience_not_allowed.session')) };
}

/** An app that signs people in itself, at `/auth`. */
export function givenToNative({ audiences }: Pick<RegisteredClient, 'audiences'>): GivenFor {
  return { audiences, otherwise: denied(refusal('audience_not_allowed.listed', listed(audiences))) };
}

/** A client of OAuth: what stands in its declaration, whether or not people sign in for it elsewhere too (RFC 8707). */
export function givenToClient({ audiences }: Pick<RegisteredClient, 'audiences'>): GivenFor {
  return { audiences, otherwise: denied(refusal('resource_not_allowed.listed', listed(audiences))) };
}

function listed(audiences: readonly string[]): { readonly allowed: string } {
  return { allowed: audiences.join(', ') || '-' };
}
