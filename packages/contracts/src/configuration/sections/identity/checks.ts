import { type Check, check } from '../../check.ts';
import type { Finding } from '../../problems/configuration-problem.ts';
import { identitySchema } from './schema.ts';

/** Who signs in is known by issuer and subject: two entries of one issuer could not be told apart. */
export const sameProvider: Check = check({ identity: identitySchema }, ({ identity }) => {
  const nameOf = new Map<string, string>();
  return Object.entries(identity.value.providers).flatMap(([id, { issuer }]): readonly Finding[] => {
    const other = nameOf.get(issuer);
    nameOf.set(issuer, other ?? id);
    if (other === undefined) return [];
    return [
      {
        path: [...identity.place('providers'), id],
        atKey: true,
        actual: `the issuer of \`${other}\` a second time`,
        expected: 'one entry for each issuer',
        fix: `Remove one of the two.`,
      },
    ];
  });
});
