import { isLoopback } from '@signet/token/keys';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { identityScopes } from '../oidc/identity-scopes.ts';
import type { Consent, ConsentPlace, ConsentStore } from '../ports/index.ts';

export interface ConsentParts {
  readonly consents: ConsentStore;
}

/** What an app wants of a person, or has. */
export interface AskedOfPerson extends ConsentPlace {
  readonly scopes: readonly string[];
}

/** Those that an app can have at all: of any other nobody is asked, for nobody gives it. */
export function scopesToAgreeTo(asked: readonly string[], client: RegisteredClient): readonly string[] {
  return asked.filter((scope) => identityScopes.includes(scope) || client.scopes.includes(scope));
}

/**
 * Whether the app may have it now: it is one of the house, or the person agreed to all of it and has not withdrawn that. Asked
 * each time that tokens are given out, so that a withdrawal needs nobody's clock.
 */
export async function isAgreedTo(
  { scopes, ...place }: AskedOfPerson,
  client: RegisteredClient,
  { consents }: ConsentParts,
): Promise<boolean> {
  if (client.firstParty) return true;
  const consent = await consents.find(place);
  return consent !== undefined && scopes.every((scope) => consent.scopes.includes(scope));
}

/**
 * What the person agreed to before at a sign-in that is to be answered at `redirectUri`; nothing where the app goes by
 * another name since, or is answered at an address that it did not have then.
 * @param ownAddress that of this issuer to which sign-ins of devices come back
 */
export async function agreedBefore(
  place: ConsentPlace,
  to: { readonly client: RegisteredClient; readonly redirectUri: string; readonly ownAddress: string },
  { consents }: ConsentParts,
): Promise<Consent | undefined> {
  const consent = await consents.find(place);
  if (consent === undefined || consent.seen.name !== to.client.name) return undefined;
  const known = [...consent.seen.redirectUris, to.ownAddress];
  return known.some((uri) => isSameAddress(uri, to.redirectUri)) ? consent : undefined;
}

/** A native app listens on whatever port is free (RFC 8252 §7.3). */
function isSameAddress(known: string, asked: string): boolean {
  return known === asked || (isLocal(asked) && withoutPort(known) === withoutPort(asked));
}

function isLocal(uri: string): boolean {
  return uri.startsWith('http:') && URL.canParse(uri) && isLoopback(new URL(uri));
}

function withoutPort(uri: string): string {
  const url = new URL(uri);
  url.port = '';
  return url.href;
}

/** Milliseconds: a use is not written down more often. */
const noted = 3_600_000;

/** For the person who looks at what they agreed to. */
export async function noteUse(
  place: ConsentPlace,
  client: RegisteredClient,
  { consents, wall }: ConsentParts & { readonly wall: () => number },
): Promise<void> {
  if (client.firstParty) return;
  const at = wall();
  await consents.used(place, at, at - noted);
}
