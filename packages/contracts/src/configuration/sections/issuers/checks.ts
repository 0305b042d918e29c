import { type Check, check, type Part } from '../../check.ts';
import type { Finding } from '../../problems/configuration-problem.ts';
import { issuersSchema } from './schema.ts';
import type { IssuersConfiguration } from './type.ts';

/** Two entries for one `iss`: with whose keys a token is checked must never be a guess. */
export const sameIssuer: Check = check({ issuers: issuersSchema }, ({ issuers }) => repeated(issuers));

function repeated({ value, place }: Part<IssuersConfiguration>): readonly Finding[] {
  const nameOf = new Map<string, string>();
  return Object.entries(value).flatMap(([name, entry]) => {
    if (entry.kind === 'self') return [];
    const other = nameOf.get(entry.issuer);
    nameOf.set(entry.issuer, other ?? name);
    return other === undefined ? [] : [repeatedIssuer(place(name), other)];
  });
}

function repeatedIssuer(path: Finding['path'], other: string): Finding {
  return {
    path,
    atKey: true,
    actual: `the issuer of \`${other}\` a second time`,
    expected: 'one entry for each issuer',
    fix: `Use \`${other}\` in the routes; what differs, such as \`audience\`, can stand there.`,
  };
}
