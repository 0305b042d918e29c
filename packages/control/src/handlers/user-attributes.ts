import type { Handlers, HttpCall } from '@signet/http';
import type { UserAttributes, UserGroups } from '../ports/index.ts';

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

function tagged<Answer extends { readonly etag: string }>(answer: Answer, { reply }: HttpCall): Answer {
  reply.header('etag', answer.etag);
  return answer;
}
