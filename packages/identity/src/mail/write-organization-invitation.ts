import { comparableAddress, hostedScreens, type WallClock } from '@signet/contracts';
import type { OrganizationStore } from '../ports/index.ts';
import type { Errand } from './errand.ts';
import type { Letter } from './letter-writer.ts';
import { isWithinBudget, type TakeFromBudget } from './mail-budget.ts';
import type { MailedLinks } from './mailed-links.ts';
import type { WriteErrand } from './mailroom.ts';

const day = 24 * 60 * 60_000;

interface InvitationParts {
  readonly issuer: string;
  readonly organizations: Pick<OrganizationStore, 'find' | 'findInvitation'>;
  readonly links: MailedLinks;
  readonly takeFromBudget: TakeFromBudget;
  readonly wall: WallClock;
}

/** The same to everybody, whether or not the address has an account; to nobody where it waits no more. */
export async function writeOrganizationInvitation(
  { invitation: id, language }: Extract<Errand, { readonly kind: 'organization_invitation' }>,
  mail: Parameters<WriteErrand>[1],
  parts: InvitationParts,
): Promise<Letter | undefined> {
  const invitation = await parts.organizations.findInvitation(id);
  const organization = invitation && (await parts.organizations.find(invitation.organizationId));
  const left = (invitation?.expiresAt ?? 0) - parts.wall();
  if (invitation === undefined || organization === undefined || left <= 0) return undefined;
  const { address: to } = invitation;
  if (!(await isWithinBudget(mail, [comparableAddress(to)], 'organization_invitation', parts)))
    return undefined;
  const link = { purpose: 'join', invitation: id, address: to, language } as const;
  const { token } = await parts.links.make(mail.id, link, left);
  const values = {
    organization: organization.displayName,
    link: `${parts.issuer}${hostedScreens.join}#${token}`,
    days: String(Math.ceil(left / day)),
  };
  return { kind: 'organization_invitation', to, language, values };
}
