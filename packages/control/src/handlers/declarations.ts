import type { DeclarationAnswer, DeclarationKind } from '@signet/contracts';
import type { Handle, Handlers, HttpCall } from '@signet/http';
import type { DeclarationAdministration } from '../ports/index.ts';

type Verb = 'add' | 'show' | 'change' | 'remove';
type Noun = 'Api' | 'Role' | 'Group';

export type DeclarationEndpoint = `${Verb}${Noun}` | `list${Noun}s`;

export function declarationHandlers(declared: DeclarationAdministration): Handlers<DeclarationEndpoint> {
  const [api, role, group] = [of('api', declared), of('role', declared), of('group', declared)];
  return {
    listApis: api.list,
    addApi: api.add,
    showApi: api.show,
    changeApi: api.change,
    removeApi: api.remove,
    listRoles: role.list,
    addRole: role.add,
    showRole: role.show,
    changeRole: role.change,
    removeRole: role.remove,
    listGroups: group.list,
    addGroup: group.add,
    showGroup: group.show,
    changeGroup: group.change,
    removeGroup: group.remove,
  };
}

interface HandlersOfKind {
  readonly list: Handle<'listApis'>;
  readonly add: Handle<'addApi'>;
  readonly show: Handle<'showApi'>;
  readonly change: Handle<'changeApi'>;
  readonly remove: Handle<'removeApi'>;
}

/** The same for each kind: what one may say is known where it is checked. */
function of(kind: DeclarationKind, declared: DeclarationAdministration): HandlersOfKind {
  return {
    list: ({ query }) => declared.list(kind, query),
    add: ({ body }) => declared.add(kind, body.name, body.declaration),
    show: async ({ parameters }, call) => tagged(await declared.show(kind, parameters.name), call),
    change: async ({ parameters, condition, body }, call) =>
      tagged(await declared.change(kind, parameters.name, condition.ifMatch, body.declaration), call),
    remove: ({ parameters }) => declared.remove(kind, parameters.name),
  };
}

function tagged(answer: DeclarationAnswer, { reply }: HttpCall): DeclarationAnswer {
  if (answer.etag !== undefined) reply.header('etag', answer.etag);
  return answer;
}
