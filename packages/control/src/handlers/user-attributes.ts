import type { UserAttributesAnswer } from '@signet/contracts';
import type { Handlers, HttpCall } from '@signet/http';
import type { UserAttributes } from '../ports/index.ts';

export function attributeHandlers(
  attributes: UserAttributes,
): Handlers<'showUserAttributes' | 'changeUserAttributes'> {
  return {
    showUserAttributes: async ({ parameters }, call) => tagged(await attributes.show(parameters.id), call),
    changeUserAttributes: async ({ parameters, condition, body }, call) =>
      tagged(await attributes.change(parameters.id, condition.ifMatch, body.attributes), call),
  };
}

function tagged(answer: UserAttributesAnswer, { reply }: HttpCall): UserAttributesAnswer {
  reply.header('etag', answer.etag);
  return answer;
}
