import type { AccountId, OrganizationId } from '@signet/contracts';
import type { ClientDirectory, RegisteredClient } from '../clients/registered-client.ts';
import {
  checkOrganizationOfClient,
  chosenOrganization,
  usesOrganizations,
} from '../organizations/organization-of-token.ts';
import type { OrganizationStore } from '../ports/index.ts';

export interface OrganizationOfSignInParts {
  readonly clients: ClientDirectory;
  readonly organizations: OrganizationStore;
}

/** Of which organisation a sign-in to an app is, as far as can be said now. */
export type OrganizationOfSignIn =
  | { readonly kind: 'decided'; readonly organization?: OrganizationId }
  /** The person is in several, and neither they nor the app said which. */
  | { readonly kind: 'open' }
  /** `detail` is for the app (RFC 6749 §4.1.2.1), and the same for what does not exist and what others are in. */
  | { readonly kind: 'refused'; readonly detail: string };

export interface SigningInTo {
  readonly client: RegisteredClient;
  readonly accountId: AccountId;
  /** What the app named in `organization`. */
  readonly named: string | undefined;
}

export async function organizationOfSignIn(
  { client, accountId, named }: SigningInTo,
  parts: OrganizationOfSignInParts,
): Promise<OrganizationOfSignIn> {
  const uses = usesOrganizations(client);
  if (uses === 'none') return named === undefined ? { kind: 'decided' } : refusedOf('this app takes none');
  const asked = named ?? client.organization;
  if (asked !== undefined) return ofNamed(asked, { client, accountId, named }, parts);
  if (uses === 'optional') return { kind: 'decided' };
  const all = await parts.organizations.ofAccount(accountId);
  const open = all.filter(({ organization }) => !organization.disabled);
  const [only, ...others] = open;
  if (only === undefined) return refusedOf('the person is in none');
  return others.length > 0 ? { kind: 'open' } : { kind: 'decided', organization: only.organization.id };
}

async function ofNamed(
  asked: string,
  { client, accountId }: SigningInTo,
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
