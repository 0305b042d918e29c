import { builtInClient } from '../../../clients/client.ts';
import { type Check, check } from '../../check.ts';
import { clientsSchema } from './schema.ts';

/** A client of the name of the built-in one could pass for a person's own sign-in where `client_id` is looked at. */
export const nameOfSignet: Check = check({ clients: clientsSchema }, ({ clients }) =>
  Object.keys(clients.value)
    .filter((id) => id === builtInClient)
    .map((id) => ({
      path: clients.place(id),
      atKey: true,
      actual: `the name \`${builtInClient}\``,
      expected: `a name other than \`${builtInClient}\`, which is Signet itself`,
      fix: 'Choose another name.',
    })),
);
