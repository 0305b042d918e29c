import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import { body, groupsField, idField } from './fields.ts';

/** `PUT /admin/users/{id}/groups`: all that the account is in from now on. */
export interface ChangeUserGroupsRequest {
  readonly groups: readonly string[];
}

export interface UserGroupsAnswer {
  readonly id: AccountId;
  readonly groups: readonly string[];
  /** What `If-Match` must say to change them. */
  readonly etag: string;
}

export const changeUserGroupsRequestSchema: z.ZodType<ChangeUserGroupsRequest, unknown> = body({
  groups: groupsField,
}).meta({ id: 'ChangeUserGroupsRequest' });

export const userGroupsAnswerSchema: z.ZodType<UserGroupsAnswer, unknown> = z
  .object({ id: idField('account'), groups: groupsField, etag: z.string().max(64) })
  .meta({ id: 'UserGroups' });
