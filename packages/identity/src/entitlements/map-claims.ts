import { type ClaimExpression, type ClaimInput, readClaimExpression } from '@signet/conditions';
import {
  type AttributeValue,
  attributeOf,
  attributeValueSchema,
  builtInClient,
  type ClaimMapping,
  type ClaimSource,
  isReservedClaim,
  type WallClock,
} from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { Account, EmailAddressStore } from '../ports/index.ts';

/** Whom a token is about: a person, for a client; or that client itself. And what it is for. */
export interface ClaimHolder {
  readonly account?: Account | undefined;
  /** The person's, with those of their groups. */
  readonly roles: readonly string[];
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  /** The one that the token is of; in a preview there is none. */
  readonly session?: ClaimInput['session'];
}

export type MappedClaims = Readonly<Record<string, AttributeValue>>;

/** What the mapping of an API says of the holder; a claim of which nothing is known is left out. */
export type MapClaims = (mapping: ClaimMapping, holder: ClaimHolder) => Promise<MappedClaims>;

interface MapParts {
  readonly clients: ClientDirectory;
  readonly emails: Pick<EmailAddressStore, 'of'>;
  readonly wall: WallClock;
}

export function createMapClaims(parts: MapParts): MapClaims {
  return async (mapping, holder) => {
    // The configuration refuses such names too; a token must not say them whichever way they came here.
    const asked = Object.entries(mapping).filter(([claim]) => !isReservedClaim(claim));
    const wanted = new Set(asked.flatMap(([, source]) => [...usesOf(source)]));
    const input = await inputFor(wanted, holder, parts);
    const claims = asked.flatMap(([claim, source]) => {
      const value = knownValue(source, input);
      return value === undefined ? [] : [[claim, value] as const];
    });
    return Object.fromEntries(claims);
  };
}

/** Of what must be looked up. */
function usesOf(source: ClaimSource): Iterable<string> {
  if (typeof source === 'string') return [source];
  return 'cel' in source ? (expressionOf(source.cel)?.uses ?? []) : [];
}

function knownValue(source: ClaimSource, input: ClaimInput): AttributeValue | undefined {
  if (typeof source !== 'string') return 'value' in source ? source.value : said(source.cel, input);
  const { user, client } = input;
  const attribute = attributeOf(source);
  if (attribute === undefined) return textsOf({ user, client })[source];
  const attributes = user?.attributes ?? {};
  return Object.hasOwn(attributes, attribute) ? (attributes[attribute] as AttributeValue) : undefined;
}

function textsOf({
  user,
  client,
}: Pick<ClaimInput, 'user' | 'client'>): Readonly<Record<string, string | undefined>> {
  return {
    'user.username': user?.username,
    'user.email': user?.email,
    'client.id': client.id,
    'client.name': client.name,
    'client.type': client.type,
  };
}

/** What cannot be said, and what no claim may be, is left out as what is not known. */
function said(text: string, input: ClaimInput): AttributeValue | undefined {
  return attributeValueSchema.safeParse(expressionOf(text)?.say(input)).data;
}

function expressionOf(text: string): ClaimExpression | undefined {
  const reading = readClaimExpression(text);
  return reading.ok ? reading.value : undefined;
}

async function inputFor(
  wanted: ReadonlySet<string>,
  holder: ClaimHolder,
  parts: MapParts,
): Promise<ClaimInput> {
  const { session, scopes: scope, audience } = holder;
  return {
    user: await userOf(wanted, holder, parts),
    client: await clientOf(wanted, holder, parts),
    session,
    scope,
    api: { audience },
    now: parts.wall(),
  };
}

/** An address counts once it was shown to be the person's. */
async function userOf(
  wanted: ReadonlySet<string>,
  { account, roles }: ClaimHolder,
  { emails }: MapParts,
): Promise<ClaimInput['user']> {
  if (account === undefined) return undefined;
  const isAsked = wanted.has('user.email') || wanted.has('user');
  const email = isAsked ? await emails.of(account.id) : undefined;
  const { id, username, groups, attributes } = account;
  return {
    ...{ id, username, roles, groups, attributes },
    ...(email?.verified === true ? { email: email.address } : {}),
  };
}

async function clientOf(
  wanted: ReadonlySet<string>,
  { clientId }: ClaimHolder,
  { clients }: MapParts,
): Promise<ClaimInput['client']> {
  const isAsked = ['client', 'client.name', 'client.type'].some((name) => wanted.has(name));
  const client = isAsked && clientId !== builtInClient ? await clients.find(clientId) : undefined;
  return client === undefined
    ? { id: clientId }
    : { id: clientId, type: client.type, ...(client.name === undefined ? {} : { name: client.name }) };
}
