import type { AccountId, AuditDetails, WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import type { GivenConsent } from '../ports/index.ts';
import { type AskedOfPerson, type ConsentParts, scopesToAgreeTo } from './standing-consent.ts';

export interface GiveConsentParts extends ConsentParts {
  readonly audit: Audit;
  readonly wall: WallClock;
}

/** Writes down that a person said yes to what the consent screen showed. An app of the house asked out of its own will. */
export async function giveConsent(
  asked: AskedOfPerson,
  client: RegisteredClient,
  parts: GiveConsentParts,
): Promise<void> {
  if (client.firstParty) return;
  const given: GivenConsent = {
    ...asked,
    scopes: scopesToAgreeTo(asked.scopes, client),
    seen: { name: client.name, redirectUris: client.redirectUris },
    agreedAt: parts.wall(),
  };
  const deed = parts.audit.deed('consent.given', {
    actor: actorOf(asked.accountId),
    target: { kind: 'client', id: client.id },
    details: factsOf(given),
  });
  await parts.consents.agree(given, deed);
}

function actorOf(id: AccountId) {
  return { kind: 'account', id } as const;
}

function factsOf({ audience, scopes, organization }: GivenConsent): AuditDetails {
  return { audience, scopes: scopes.join(' '), ...(organization === undefined ? {} : { organization }) };
}
