import type { Path } from './check.ts';
import { placesOfSecrets, type SecretReference } from './fields/secret-reference.ts';
import type { Finding } from './problems/configuration-problem.ts';

/** What is written out in the file, everybody reads who can read it, its backups and its history. */
export function literalSecret(reference: SecretReference | undefined, path: Path): readonly Finding[] {
  if (reference?.kind !== 'literal') return [];
  return [
    {
      path,
      atKey: false,
      actual: 'a secret as it stands, which is not shown',
      expected: `where it is: ${placesOfSecrets}`,
      fix: 'Put it into a file of mode 600, name that file, and exchange it if others may have read it here.',
    },
  ];
}
