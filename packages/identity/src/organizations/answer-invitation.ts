import {
  type AccountId,
  adminRole,
  comparableAddress,
  type DeclinedAnswer,
  type InvitationShownAnswer,
  type JoinByRegisteringRequest,
  type JoinedAnswer,
  refusal,
} from '@signet/contracts';
import type { MailedLinks } from '../mail/mailed-links.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, Invitation, Joining, Organization, OrganizationStore } from '../ports/index.ts';
import { type MakeAccountParts, makeAccount } from '../registration/make-account.ts';
import { mostMemberships } from './member-administration.ts';
import { deedOn } from './organization-parts.ts';

export interface AnswerInvitationParts extends MakeAccountParts {
  readonly organizations: OrganizationStore;
  readonly links: MailedLinks;
}

interface OpenInvitation {
  readonly token: string;
  readonly invitation: Invitation;
  readonly organization: Organization;
}

/** What the link says is what the invitation says now: whoever holds one of before holds nothing. */
async function openInvitation(
  token: string,
  { links, organizations, wall }: AnswerInvitationParts,
): Promise<Outcome<OpenInvitation>> {
  const link = await links.read(token, 'join');
  if (link.kind === 'denied') return link;
  const invitation = await organizations.findInvitation(link.value.invitation);
  const organization = invitation && (await organizations.find(invitation.organizationId));
  if (invitation === undefined || organization === undefined || organization.disabled) return over;
  return invitation.expiresAt <= wall() ? expired : passed({ token, invitation, organization });
}

/** Uses nothing up: mail scanners open links too. */
export async function readInvitation(
  token: string,
  parts: AnswerInvitationParts,
): Promise<Outcome<InvitationShownAnswer>> {
  const open = await openInvitation(token, parts);
  if (open.kind === 'denied') return open;
  const { invitation, organization } = open.value;
  const { address: email } = invitation;
  const hasAccount = (await parts.emails.ownerOf(email)) !== undefined;
  return passed({ organization: seen(organization), email, hasAccount });
}

/** Only for the account whose confirmed address it was sent to: a link that was passed on, or read by others, lets nobody else in. */
export async function acceptInvitation(
  token: string,
  account: Account,
  parts: AnswerInvitationParts,
): Promise<Outcome<JoinedAnswer>> {
  const open = await openInvitation(token, parts);
  if (open.kind === 'denied') return open;
  const own = await parts.emails.of(account.id);
  const isTheirs =
    own?.verified === true &&
    comparableAddress(own.address) === comparableAddress(open.value.invitation.address);
  return isTheirs ? join(open.value, account.id, parts) : forAnother;
}

/** Whoever holds the link may say no, with or without an account. */
export async function declineInvitation(
  token: string,
  parts: AnswerInvitationParts,
): Promise<Outcome<DeclinedAnswer>> {
  const open = await openInvitation(token, parts);
  if (open.kind === 'denied') return open;
  const { invitation, organization } = open.value;
  const told = { invitation: invitation.id };
  const deed = deedOn(organization, 'organization.invitation_declined', parts.audit, told);
  if (!(await parts.organizations.endInvitation(invitation, deed))) return over;
  await parts.links.use(token, 'join');
  return passed({ declined: true });
}

/** Also where nobody else makes an account for themselves: an administrator invited this address. It signs nobody in. */
export async function joinByRegistering(
  { token, username, password }: JoinByRegisteringRequest,
  address: string,
  parts: AnswerInvitationParts,
): Promise<Outcome<JoinedAnswer>> {
  const open = await openInvitation(token, parts);
  if (open.kind === 'denied') return open;
  const { invitation, organization } = open.value;
  const { id, address: email } = invitation;
  const by = { token, address, details: { invitation: id } };
  // Account and membership are one step: whoever is withdrawn in between is left without either.
  const made = await makeAccount(by, { username, password, email }, parts, (newcomer) =>
    parts.accounts.addInvited(newcomer, invitation, joiningOf(open.value, newcomer.account.id, parts)),
  );
  if (made.kind === 'denied') return made;
  await parts.links.use(token, 'join');
  return passed({ organization: seen(organization), username });
}

async function join(
  { token, invitation, organization }: OpenInvitation,
  accountId: AccountId,
  parts: AnswerInvitationParts,
): Promise<Outcome<JoinedAnswer>> {
  const { membership, deed } = joiningOf({ invitation, organization }, accountId, parts);
  switch (await parts.organizations.accept(invitation, membership, mostMemberships, deed)) {
    case 'added':
    case 'exists':
      await parts.links.use(token, 'join');
      return passed({ organization: seen(organization) });
    case 'too_many':
      return tooMany;
    case 'over':
    case 'unknown':
      return over;
  }
}

function joiningOf(
  { invitation, organization }: Pick<OpenInvitation, 'invitation' | 'organization'>,
  accountId: AccountId,
  { wall, audit }: AnswerInvitationParts,
): Joining {
  const roles = invitation.roles.filter((role) => role !== adminRole);
  const membership = { organizationId: organization.id, accountId, roles, joinedAt: wall() };
  const self = { kind: 'account', id: accountId } as const;
  const told = { account: accountId, roles: roles.join(' '), invitation: invitation.id };
  return { membership, deed: deedOn(organization, 'organization.member_added', audit, told, self) };
}

function seen({ name, displayName }: Organization): JoinedAnswer['organization'] {
  return { name, displayName };
}

const over: Denied = denied(refusal('link_unusable.withdrawn'));
const expired: Denied = denied(refusal('link_unusable.expired'));
const forAnother: Denied = denied(refusal('invitation_for_another'));
const tooMany: Denied = denied(refusal('membership_limit', { most: mostMemberships }));
