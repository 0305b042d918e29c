import { z } from 'zod';
import type { AccountId, OrganizationId } from '../ids/id.ts';
import { organizationNamePattern, organizationPattern } from '../people/organization.ts';
import { seenText } from '../people/seen-text.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, idField, usernameField, wholeNumber } from './fields.ts';
import { adminRole } from './operator-credential.ts';

/** The name of an organisation or its id, in the path. */
export interface OrganizationParameters {
  readonly organization: string;
}

export interface MemberParameters extends OrganizationParameters {
  readonly account: AccountId;
}

/** The query of `GET /admin/organizations`: the page after the one of this name. */
export interface OrganizationsQuery {
  readonly limit: number;
  readonly after?: string;
}

/** The query of the list of members: the page after this account. */
export interface MembersQuery {
  readonly limit: number;
  readonly after?: AccountId;
}

export interface AddOrganizationRequest {
  /** Stays for good: apps and APIs go by it. */
  readonly name: string;
  readonly displayName: string;
}

/** `PUT /admin/organizations/{organization}`: all that can be changed of it. */
export interface ChangeOrganizationRequest {
  readonly displayName: string;
  readonly disabled: boolean;
}

export interface OrganizationSummary {
  readonly id: OrganizationId;
  readonly name: string;
  readonly displayName: string;
  readonly disabled: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** What `If-Match` must say to change it (RFC 9110 §13.1.1). */
  readonly etag: string;
}

/** By name, in the order of characters. */
export interface OrganizationsAnswer {
  readonly organizations: readonly OrganizationSummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: string | undefined;
}

export interface RemovedOrganizationAnswer {
  readonly id: OrganizationId;
  readonly name: string;
}

export interface AddMemberRequest {
  readonly account: AccountId;
  /** What counts inside this organisation, beside the account’s own roles. */
  readonly roles: readonly string[];
}

export interface ChangeMemberRequest {
  readonly roles: readonly string[];
}

export interface MemberSummary {
  readonly account: AccountId;
  readonly username: string;
  readonly roles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
  /** What `If-Match` must say to change the roles. */
  readonly etag: string;
}

/** By account, in the order of characters. */
export interface MembersAnswer {
  readonly members: readonly MemberSummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: AccountId | undefined;
}

export interface RemovedMemberAnswer {
  readonly account: AccountId;
}

/** An organisation that somebody is in, and as what. */
export interface MembershipSummary
  extends Pick<OrganizationSummary, 'id' | 'name' | 'displayName' | 'disabled'> {
  readonly roles: readonly string[];
  readonly joinedAt: number;
}

/** By name. */
export interface MembershipsAnswer {
  readonly organizations: readonly MembershipSummary[];
}

export const organizationNameField: z.ZodType<string, string> = z
  .string({ error: phrases.organization_name })
  .regex(organizationNamePattern, { error: phrases.organization_name });

export const organizationField: z.ZodType<string, string> = z
  .string({ error: phrases.organization })
  .regex(organizationPattern, { error: phrases.organization });

export const displayNameField: z.ZodType<string, string> = z
  .string({ error: phrases.display_name })
  .max(120, { error: phrases.display_name })
  .regex(seenText, { error: phrases.display_name });

const roleError = phrases.member_roles;
export const memberRolesField: z.ZodType<string[], string[]> = z
  .array(
    z
      .string({ error: roleError })
      .regex(/^[\x21-\x7e]{1,128}$/, { error: roleError })
      .refine((role) => role !== adminRole, { error: roleError }),
    { error: roleError },
  )
  .max(64, { error: roleError });

export const pageLimit: z.ZodType<number, string | undefined> = z
  .string({ error: phrases.limit })
  .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
  .prefault('100')
  .transform(Number);

export const organizationParametersSchema: z.ZodType<OrganizationParameters, unknown> = z.strictObject({
  organization: organizationField,
});

export const memberParametersSchema: z.ZodType<MemberParameters, unknown> = z.strictObject({
  organization: organizationField,
  account: idField('account'),
});

export const organizationsQuerySchema: z.ZodType<OrganizationsQuery, unknown> = z.strictObject(
  { limit: pageLimit, after: organizationNameField.exactOptional() },
  { error: phrases.limit_and_after },
);

export const membersQuerySchema: z.ZodType<MembersQuery, unknown> = z.strictObject(
  { limit: pageLimit, after: idField('account').exactOptional() },
  { error: phrases.limit_and_after },
);

export const addOrganizationRequestSchema: z.ZodType<AddOrganizationRequest, unknown> = body({
  name: organizationNameField,
  displayName: displayNameField,
}).meta({ id: 'AddOrganizationRequest' });

export const changeOrganizationRequestSchema: z.ZodType<ChangeOrganizationRequest, unknown> = body({
  displayName: displayNameField,
  disabled: z.boolean({ error: phrases.boolean }),
}).meta({ id: 'ChangeOrganizationRequest' });

const etag = z.string().max(64);

const organizationShape = {
  id: idField('organization'),
  name: organizationNameField,
  displayName: displayNameField,
  disabled: z.boolean(),
};

export const organizationSummarySchema: z.ZodType<OrganizationSummary, unknown> = z
  .object({ ...organizationShape, createdAt: wholeNumber, etag })
  .meta({ id: 'Organization' });

export const organizationsAnswerSchema: z.ZodType<OrganizationsAnswer, unknown> = z
  .object({ organizations: z.array(organizationSummarySchema), next: organizationNameField.optional() })
  .meta({ id: 'Organizations' });

export const removedOrganizationAnswerSchema: z.ZodType<RemovedOrganizationAnswer, unknown> = z
  .object({ id: idField('organization'), name: organizationNameField })
  .meta({ id: 'RemovedOrganization' });

export const addMemberRequestSchema: z.ZodType<AddMemberRequest, unknown> = body({
  account: idField('account'),
  roles: memberRolesField.prefault([]),
}).meta({ id: 'AddMemberRequest' });

export const changeMemberRequestSchema: z.ZodType<ChangeMemberRequest, unknown> = body({
  roles: memberRolesField,
}).meta({ id: 'ChangeMemberRequest' });

export const memberSummarySchema: z.ZodType<MemberSummary, unknown> = z
  .object({
    account: idField('account'),
    username: usernameField,
    roles: memberRolesField,
    joinedAt: wholeNumber,
    etag,
  })
  .meta({ id: 'Member' });

export const membersAnswerSchema: z.ZodType<MembersAnswer, unknown> = z
  .object({ members: z.array(memberSummarySchema), next: idField('account').optional() })
  .meta({ id: 'Members' });

export const removedMemberAnswerSchema: z.ZodType<RemovedMemberAnswer, unknown> = z
  .object({ account: idField('account') })
  .meta({ id: 'RemovedMember' });

export const membershipsField: z.ZodType<MembershipsAnswer['organizations'], unknown> = z.array(
  z.object({ ...organizationShape, roles: memberRolesField, joinedAt: wholeNumber }),
);

export const membershipsAnswerSchema: z.ZodType<MembershipsAnswer, unknown> = z
  .object({ organizations: membershipsField })
  .meta({ id: 'Memberships' });
