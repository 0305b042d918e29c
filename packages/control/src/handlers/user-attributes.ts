import type { Handlers } from '@signet/http';
import type { UserAttributes, UserGroups } from '../ports/index.ts';
import { tagged } from './tagged.ts';

export function attributeHandlers(
  attributes: UserAttributes,
): Handlers<'showUserAttributes' | 'changeUserAttributes'> {
  return {
    showUserAttributes: async ({ parameters }, call) => tagged(await attributes.show(parameters.id), call),
    changeUserAttributes: async ({ parameters, condition, body }, call) =>
      tagged(await attributes.change(parameters.id, condition.ifMatch, body.attributes), call),
  };
}

export function userGroupHandlers(groups: UserGroups): Handlers<'showUserGroups' | 'changeUserGroups'> {
  return {
    showUserGroups: async ({ parameters }, call) => tagged(await groups.show(parameters.id), call),
    changeUserGroups: async ({ parameters, condition, body }, call) =>
      tagged(await groups.change(parameters.id, condition.ifMatch, body.groups), call),
  };
}
