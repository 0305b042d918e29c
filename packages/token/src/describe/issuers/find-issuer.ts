import type { Meaning } from '../registry.ts';
import type { IssuerForm } from './known-issuer.ts';
import { signInIssuers } from './sign-in-issuers.ts';
import { workloadIssuers } from './workload-issuers.ts';

type Members = ReadonlyMap<string, unknown>;

const issuers: readonly IssuerForm[] = [...signInIssuers, ...workloadIssuers];

/** The issuer whose tokens have this form; undefined for one that is not known. Says nothing about who signed. */
export function findIssuer(header: Members, claims: Members): IssuerForm | undefined {
  const iss = claims.get('iss') ?? header.get('iss');
  const issuer = typeof iss === 'string' ? iss : '';
  return issuers.find(({ is }) => is(issuer, claims, header));
}

const namespaced: Meaning = {
  meaning: 'A claim of the issuer’s own, with a web address as its name so that it meets no other.',
  rule: 'RFC 7519 §4.2',
};

/** What a name means that no registry has: one of a known issuer, or one under a web address. */
export function privateMeaning(issuer: IssuerForm | undefined, name: string): Meaning | undefined {
  const known = issuer?.members;
  if (known !== undefined && Object.hasOwn(known, name)) return known[name];
  return /^https?:\/\/./.test(name) ? namespaced : undefined;
}
