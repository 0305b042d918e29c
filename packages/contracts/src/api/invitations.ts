import { z } from 'zod';
import type { InvitationId } from '../ids/id.ts';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import { linkTokenField } from './email.ts';
import {
  body,
  emailField,
  idField,
  languageField,
  passwordField,
  usernameField,
  wholeNumber,
} from './fields.ts';
import {
  displayNameField,
  memberRolesField,
  type OrganizationParameters,
  organizationField,
  organizationNameField,
  pageLimit,
} from './organizations.ts';

/** `POST /admin/organizations/{organization}/invitations`. */
export interface InviteMemberRequest {
  readonly email: string;
  /** What they get inside this organisation once they accept. */
  readonly roles: readonly string[];
  /** Of the mail. */
  readonly language: MailLanguage;
}

export interface InvitationParameters extends OrganizationParameters {
  readonly invitation: InvitationId;
}

/** The query of the list of invitations: the page after this one. */
export interface InvitationsQuery {
  readonly limit: number;
  readonly after?: InvitationId;
}

export interface InvitationSummary {
  readonly id: InvitationId;
  readonly email: string;
  readonly roles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly invitedAt: number;
  readonly expiresAt: number;
}

/** Those that wait for an answer, by id, in the order of characters. */
export interface InvitationsAnswer {
  readonly invitations: readonly InvitationSummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: InvitationId | undefined;
}

export interface WithdrawnInvitationAnswer {
  readonly id: InvitationId;
}

/** `POST /auth/invitations/show`, `…/accept` and `…/decline`. */
export interface InvitationLinkRequest {
  /** Of the link. */
  readonly token: string;
}

/** What whoever holds the link, and so reads what is sent to the address, is told. */
export interface InvitationShownAnswer {
  readonly organization: { readonly name: string; readonly displayName: string };
  readonly email: string;
  /** Whether the address is that of an account, whose owner signs in to accept; else one is made by the link. */
  readonly hasAccount: boolean;
}

/** `POST /auth/invitations/register`: makes the account of who has none, and accepts. */
export interface JoinByRegisteringRequest extends InvitationLinkRequest {
  readonly username: string;
  readonly password: string;
}

export interface JoinedAnswer {
  readonly organization: { readonly name: string; readonly displayName: string };
  /** As it is kept: of the account that was made. */
  readonly username?: string | undefined;
}

export interface DeclinedAnswer {
  readonly declined: true;
}

export const inviteMemberRequestSchema: z.ZodType<InviteMemberRequest, unknown> = body({
  email: emailField,
  roles: memberRolesField.prefault([]),
  language: languageField.prefault('en'),
}).meta({ id: 'InviteMemberRequest' });

export const invitationParametersSchema: z.ZodType<InvitationParameters, unknown> = z.strictObject({
  organization: organizationField,
  invitation: idField('invitation'),
});

export const invitationsQuerySchema: z.ZodType<InvitationsQuery, unknown> = z.strictObject(
  { limit: pageLimit, after: idField('invitation').exactOptional() },
  { error: phrases.limit_and_after },
);

const invitationShape = {
  id: idField('invitation'),
  email: emailField,
  roles: memberRolesField,
  invitedAt: wholeNumber,
  expiresAt: wholeNumber,
};

export const invitationSummarySchema: z.ZodType<InvitationSummary, unknown> = z
  .object(invitationShape)
  .meta({ id: 'Invitation' });

export const invitationsAnswerSchema: z.ZodType<InvitationsAnswer, unknown> = z
  .object({ invitations: z.array(z.object(invitationShape)), next: idField('invitation').optional() })
  .meta({ id: 'Invitations' });

export const withdrawnInvitationAnswerSchema: z.ZodType<WithdrawnInvitationAnswer, unknown> = z
  .object({ id: idField('invitation') })
  .meta({ id: 'WithdrawnInvitation' });

export const invitationLinkRequestSchema: z.ZodType<InvitationLinkRequest, unknown> = body({
  token: linkTokenField,
}).meta({ id: 'InvitationLinkRequest' });

const organizationSeen = z.object({ name: organizationNameField, displayName: displayNameField });

export const invitationShownAnswerSchema: z.ZodType<InvitationShownAnswer, unknown> = z
  .object({ organization: organizationSeen, email: emailField, hasAccount: z.boolean() })
  .meta({ id: 'InvitationShown' });

export const joinByRegisteringRequestSchema: z.ZodType<JoinByRegisteringRequest, unknown> = body({
  token: linkTokenField,
  username: usernameField,
  password: passwordField,
}).meta({ id: 'JoinByRegisteringRequest' });

export const joinedAnswerSchema: z.ZodType<JoinedAnswer, unknown> = z
  .object({ organization: organizationSeen, username: usernameField.optional() })
  .meta({ id: 'Joined' });

export const declinedAnswerSchema: z.ZodType<DeclinedAnswer, unknown> = z
  .object({ declined: z.literal(true) })
  .meta({ id: 'Declined' });
