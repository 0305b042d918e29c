import type { ClaimInput } from '@signet/conditions';
import { type AttributeValue, builtInClient, type WallClock } from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { Account, EmailAddressStore } from '../ports/index.ts';

/** Claims that an API asks for beside those that every token has. */
export type MappedClaims = Readonly<Record<string, AttributeValue>>;

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
  /** That the token is of, with the person's roles in it. */
  readonly organization: ClaimInput['organization'];
  /** What the hook added, where it was asked before anything was used up. */
  readonly added?: MappedClaims | undefined;
}

export interface ClaimInputParts {
  readonly clients: ClientDirectory;
  readonly emails: Pick<EmailAddressStore, 'of'>;
  readonly wall: WallClock;
}

/** What is known of the holder. @param wanted of what must be looked up: `user.email`, or `user` for all of it */
export async function claimInput(
  wanted: ReadonlySet<string>,
  holder: ClaimHolder,
  parts: ClaimInputParts,
): Promise<ClaimInput> {
  const { session, organization, scopes: scope, audience } = holder;
  return {
    user: await userOf(wanted, holder, parts),
    client: await clientOf(wanted, holder, parts),
    session,
    organization,
    scope,
    api: { audience },
    now: parts.wall(),
  };
}

/** An address counts once it was shown to be the person's. */
async function userOf(
  wanted: ReadonlySet<string>,
  { account, roles }: ClaimHolder,
  { emails }: ClaimInputParts,
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
  { clients }: ClaimInputParts,
): Promise<ClaimInput['client']> {
  const isAsked = ['client', 'client.name', 'client.type'].some((name) => wanted.has(name));
  const client = isAsked && clientId !== builtInClient ? await clients.find(clientId) : undefined;
  return client === undefined
    ? { id: clientId }
    : { id: clientId, type: client.type, ...(client.name === undefined ? {} : { name: client.name }) };
}
