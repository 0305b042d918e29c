import {
  type AttributeValue,
  attributeOf,
  builtInClient,
  type ClaimMapping,
  type ClaimSource,
  isReservedClaim,
} from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { Account, EmailAddressStore } from '../ports/index.ts';

/** Whom a token is about: a person, for a client; or that client itself. */
export interface ClaimHolder {
  readonly account?: Account | undefined;
  readonly clientId: string;
}

export type MappedClaims = Readonly<Record<string, AttributeValue>>;

/** What the mapping of an API says of the holder; a claim of which nothing is known is left out. */
export type MapClaims = (mapping: ClaimMapping, holder: ClaimHolder) => Promise<MappedClaims>;

export function createMapClaims(parts: {
  readonly clients: ClientDirectory;
  readonly emails: Pick<EmailAddressStore, 'of'>;
}): MapClaims {
  return async (mapping, holder) => {
    // The configuration refuses such names too; a token must not say them whichever way they came here.
    const asked = Object.entries(mapping).filter(([claim]) => !isReservedClaim(claim));
    const sources = asked.map(([, source]) => source);
    const known = {
      ...(await ofAccount(sources, holder, parts)),
      ...(await ofClient(sources, holder, parts)),
    };
    const claims = asked.flatMap(([claim, source]) => {
      const value = knownValue(source, holder, known);
      return value === undefined ? [] : [[claim, value] as const];
    });
    return Object.fromEntries(claims);
  };
}

type Known = Readonly<Record<string, string | undefined>>;

function knownValue(source: ClaimSource, { account }: ClaimHolder, known: Known): AttributeValue | undefined {
  if (typeof source !== 'string') return source.value;
  const attribute = attributeOf(source);
  if (attribute === undefined) return known[source];
  const attributes = account?.attributes ?? {};
  return Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
}

/** An address counts once it was shown to be the person's. */
async function ofAccount(
  sources: readonly ClaimSource[],
  { account }: ClaimHolder,
  { emails }: { readonly emails: Pick<EmailAddressStore, 'of'> },
): Promise<Known> {
  if (account === undefined) return {};
  const email = sources.includes('user.email') ? await emails.of(account.id) : undefined;
  return {
    'user.username': account.username,
    'user.email': email?.verified === true ? email.address : undefined,
  };
}

async function ofClient(
  sources: readonly ClaimSource[],
  { clientId }: ClaimHolder,
  { clients }: { readonly clients: ClientDirectory },
): Promise<Known> {
  const ofIt = (source: ClaimSource) => typeof source === 'string' && source.startsWith('client.');
  if (!sources.some(ofIt)) return {};
  const client = clientId === builtInClient ? undefined : await clients.find(clientId);
  return { 'client.id': clientId, 'client.name': client?.name, 'client.type': client?.type };
}
