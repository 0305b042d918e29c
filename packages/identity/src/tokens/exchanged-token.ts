import { type FillRandom, isId, newId, parseId } from '@signet/contracts';
import type { ClaimHolder } from '../entitlements/claim-input.ts';
import { entitledClaims } from '../entitlements/entitled-claims.ts';
import type { EntitlementsAt } from '../entitlements/entitlements.ts';
import type { MapClaims } from '../entitlements/map-claims.ts';
import {
  belongingFor,
  knownOrganization,
  type OrganizationOfTokenParts,
} from '../organizations/organization-of-token.ts';
import type { Account, AccountStore } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import type { IssuedAccessToken } from './access-token.ts';
import { boundTo } from './binding.ts';
import type { LatestExpiry } from './latest-expiry.ts';
import type { LatestIssue } from './latest-issue.ts';
import type { Actor, ExchangedClaims, TokenSigner } from './token-signer.ts';

/** For whom a client acts, and with what of it. */
export interface Delegation {
  readonly clientId: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly act: Actor;
  readonly proofKey: string | undefined;
  /** What stands in the new token as it stood in the old one. */
  readonly subject: Pick<
    ExchangedClaims,
    'sub' | 'sid' | 'fam' | 'roles' | 'auth_time' | 'acr' | 'amr' | 'org_id' | 'org_name'
  >;
  /** When the token ends that it is exchanged for, in seconds since the epoch. */
  readonly endsAt: number;
}

export type ExchangedTokenIssuer = (delegation: Delegation, now: number) => Promise<IssuedAccessToken>;

/**
 * Issues access tokens of a subject for whom a client acts (RFC 8693): none outlives the one that it came of. At a declared
 * API its roles allow what its scopes name, and no more.
 */
export function createExchangedTokenIssuer(parts: {
  readonly issuer: string;
  readonly entitlements: EntitlementsAt;
  readonly mapClaims: MapClaims;
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly organizations: OrganizationOfTokenParts['organizations'];
  readonly random: FillRandom;
  readonly sign: TokenSigner;
  readonly latestExpiry: LatestExpiry;
  readonly latestIssue: LatestIssue;
}): ExchangedTokenIssuer {
  return async ({ clientId, audience, scopes, act, subject, endsAt, proofKey }, now) => {
    const iat = toSeconds(now);
    const { lifetime, signedFor, declared } = await parts.entitlements(audience, subject.roles ?? []);
    const exp = Math.min(endsAt, toSeconds(now + lifetime));
    parts.latestExpiry.note(exp * 1000);
    parts.latestIssue.note(iat);
    const scope = scopes.join(' ');
    const account = await accountOf(subject.sub, parts);
    const mapped = await parts.mapClaims(declared, {
      account,
      organization: await organizationOf(subject, account, parts),
      roles: subject.roles ?? [],
      session: { id: subject.sid, acr: subject.acr, amr: subject.amr },
      ...{ clientId, scopes, audience },
    });
    const claims: ExchangedClaims = {
      ...mapped,
      ...subject,
      iss: parts.issuer,
      aud: audience,
      exp,
      iat,
      jti: newId('token', parts.random),
      client_id: clientId,
      scope,
      ...(declared === undefined ? {} : entitledClaims(declared, scopes)),
      act,
      ...boundTo(proofKey),
    };
    return { token: await parts.sign(claims, signedFor), scope, expiresAt: exp * 1000, expiresIn: exp - iat };
  };
}

/** As what the person is in it now: whoever is in it no longer gets nothing. @throws SignetError `organization_not_allowed` */
async function organizationOf(
  { org_id, org_name: name }: Delegation['subject'],
  account: Account | undefined,
  parts: OrganizationOfTokenParts,
): Promise<ClaimHolder['organization']> {
  const id = parseId('organization', org_id);
  if (id === undefined || name === undefined) return undefined;
  if (account === undefined) return { id, name };
  return knownOrganization(await belongingFor({ organization: id }, account, parts));
}

async function accountOf(
  sub: string,
  { accounts }: { readonly accounts: Pick<AccountStore, 'findById'> },
): Promise<Account | undefined> {
  return isId('account', sub) ? accounts.findById(sub) : undefined;
}
