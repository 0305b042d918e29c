import type { AccountId, OrganizationId } from '@signet/contracts';
import type { ClientDirectory, RegisteredClient } from '../clients/registered-client.ts';
import {
  checkOrganizationOfClient,
  chosenOrganization,
  usesOrganizations,
} from '../organizations/organization-of-token.ts';
import type { Organization, OrganizationStore } from '../ports/index.ts';
import type { ChosenOrganization } from './chosen-organization.ts';

export interface OrganizationOfSignInParts {
  readonly clients: ClientDirectory;
  readonly organizations: OrganizationStore;
}

/** Of which organisation a sign-in to an app is, as far as can be said now. */
export type OrganizationOfSignIn =
  | { readonly kind: 'decided'; readonly organization?: OrganizationId }
  /** Which of several, the person is to say. */
  | { readonly kind: 'open' }
  /** `detail` is for the app (RFC 6749 §4.1.2.1), and the same for what does not exist and what others are in. */
  | { readonly kind: 'refused'; readonly detail: string };

export interface SigningInTo {
  readonly client: RegisteredClient;
  readonly accountId: AccountId;
  /** What the app named in `organization`. */
  readonly named: string | undefined;
  /** What the person chose, now or before. */
  readonly chosen: ChosenOrganization | undefined;
  /** The app wants them to choose (`prompt=organization`), where it does not ask for one all the time. */
  readonly isAsked: boolean;
}

export async function organizationOfSignIn(
  signingIn: SigningInTo,
  parts: OrganizationOfSignInParts,
): Promise<OrganizationOfSignIn> {
  const { client, named, isAsked } = signingIn;
  const uses = usesOrganizations(client);
  if (uses === 'none') {
    return named === undefined && !isAsked ? { kind: 'decided' } : refusedOf('this app takes none');
  }
  const asked = named ?? client.organization;
  if (asked !== undefined) return ofNamed(asked, signingIn, parts);
  return uses === 'required' ? ofOne(signingIn, parts) : ofOneOrNone(signingIn, parts);
}

/** What can be chosen from: all that the account is in and gets tokens of. */
export async function openTo(
  accountId: AccountId,
  { organizations }: Pick<OrganizationOfSignInParts, 'organizations'>,
): Promise<readonly Organization[]> {
  const all = await organizations.ofAccount(accountId);
  return all.map(({ organization }) => organization).filter(({ disabled }) => !disabled);
}

/** What was chosen counts as long as the person is in it; who has left it is asked again. */
async function ofOne(
  { accountId, chosen }: SigningInTo,
  parts: OrganizationOfSignInParts,
): Promise<OrganizationOfSignIn> {
  const open = await openTo(accountId, parts);
  const [only, ...others] = open;
  if (only === undefined) return refusedOf('the person is in none');
  const one = others.length === 0 ? only : open.find(({ id }) => id === chosen);
  return one === undefined ? { kind: 'open' } : { kind: 'decided', organization: one.id };
}

async function ofOneOrNone(
  { accountId, chosen, isAsked }: SigningInTo,
  parts: OrganizationOfSignInParts,
): Promise<OrganizationOfSignIn> {
  if (chosen === null || (chosen === undefined && !isAsked)) return { kind: 'decided' };
  const open = await openTo(accountId, parts);
  const one = open.find(({ id }) => id === chosen);
  if (one !== undefined) return { kind: 'decided', organization: one.id };
  return isAsked && open.length > 0 ? { kind: 'open' } : { kind: 'decided' };
}

async function ofNamed(
  asked: string,
  { client, accountId }: Pick<SigningInTo, 'client' | 'accountId'>,
  parts: OrganizationOfSignInParts,
): Promise<OrganizationOfSignIn> {
  const chosen = await chosenOrganization(asked, accountId, parts);
  if (chosen.kind === 'denied') return notIn;
  const fits = await checkOrganizationOfClient(client, chosen.value, parts);
  return fits.kind === 'denied' ? notIn : { kind: 'decided', organization: chosen.value };
}

function refusedOf(why: string): OrganizationOfSignIn {
  return { kind: 'refused', detail: `no organization: ${why}` };
}

const notIn: OrganizationOfSignIn = refusedOf('the person is not in the one that is asked for');
