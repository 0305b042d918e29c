import type { Configuration } from '../configuration.ts';
import type { Finding } from '../problems/configuration-problem.ts';

/** Two entries for one `iss`: with whose keys a token is checked must never be a guess. */
export function checkSameIssuer(issuers: Configuration['issuers']): readonly Finding[] {
  const nameOf = new Map<string, string>();
  return Object.entries(issuers).flatMap(([name, entry]) => {
    if (entry.kind === 'self') return [];
    const other = nameOf.get(entry.issuer);
    nameOf.set(entry.issuer, other ?? name);
    return other === undefined ? [] : [sameIssuer(name, other)];
  });
}

function sameIssuer(name: string, other: string): Finding {
  return {
    path: ['issuers', name],
    atKey: true,
    actual: `the issuer of \`${other}\` a second time`,
    expected: 'one entry for each issuer',
    fix: `Use \`${other}\` in the routes; what differs, such as \`audience\`, can stand there.`,
  };
}
