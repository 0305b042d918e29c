import { type Check, check } from '../../check.ts';
import { identitySchema } from './schema.ts';

/** What is written out here, everybody reads who can read the file, its backups and its history. */
export const literalSecrets: Check = check({ identity: identitySchema }, ({ identity }) =>
  (['masterKey', 'previousMasterKey'] as const)
    .filter((key) => identity.value[key]?.kind === 'literal')
    .map((key) => ({
      path: identity.place(key),
      atKey: false,
      actual: 'a secret as it stands, which is not shown',
      expected: 'where it is: `env:NAME`, `file:PATH` or `exec:COMMAND`',
      fix: 'Put it into a file of mode 600, name that file, and exchange it if others may have read it here.',
    })),
);
