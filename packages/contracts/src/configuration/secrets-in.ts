import { isShared, type SharedAlgorithm } from '../keys/issuing-algorithm.ts';
import type { Configuration } from './configuration.ts';
import { isSecretReference, type SecretReference } from './fields/read-reference.ts';
import type { IssuerConfiguration } from './sections/issuers/type.ts';

/** A secret that a configuration needs, and what for. */
export interface NeededSecret {
  /** The key that it is written at, such as `mail.smtp.password`. */
  readonly key: string;
  readonly reference: SecretReference;
  /** Of one that a key is made of: as many as its hash has (RFC 7518 §3.2). */
  readonly leastBytes?: number;
}

/**
 * Every reference of a configuration, in whichever section one stands: what is read at the start, listed and kept out of the
 * environment of others needs no list of its own.
 */
export function secretsIn(configuration: Partial<Configuration>): readonly NeededSecret[] {
  return within(configuration, []).map((needed) => withLength(ofIssuer(needed), configuration));
}

/** The shortest hash where the API is not declared here, but while it runs. */
const hashBytes: Readonly<Record<SharedAlgorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 };
const ofApis = 'identity.apiSecrets.';

/** As its file has it. */
function ofIssuer(needed: NeededSecret): NeededSecret {
  const [, issuer, key] = /^issuers\.(.+)\.keys\.(keys|secret)$/.exec(needed.key) ?? [];
  return issuer === undefined ? needed : { ...needed, key: `issuers.${issuer}.${key}` };
}

function withLength(needed: NeededSecret, configuration: Partial<Configuration>): NeededSecret {
  const { apis = {} } = configuration;
  const [, issuer] = /^issuers\.(.+)\.secret$/.exec(needed.key) ?? [];
  if (issuer !== undefined) return { ...needed, leastBytes: longestHash(configuration.issuers?.[issuer]) };
  if (!needed.key.startsWith(ofApis)) return needed;
  const audience = needed.key.slice(ofApis.length);
  const algorithm = Object.values(apis).find((api) => api.audience === audience)?.algorithm;
  return { ...needed, leastBytes: hashBytes[isShared(algorithm) ? algorithm : 'HS256'] };
}

/** Each algorithm makes its key of the one secret. */
function longestHash(issuer: IssuerConfiguration | undefined): number {
  const algorithms = issuer?.kind === 'remote' ? issuer.algorithms.filter(isShared) : [];
  return Math.max(...algorithms.map((algorithm) => hashBytes[algorithm]), hashBytes.HS256);
}

/** What a section calls otherwise than its file does. */
const asWritten: Readonly<Record<string, string>> = { secretReferences: 'secrets' };

function within(value: unknown, path: readonly string[]): readonly NeededSecret[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSecretReference(value)) return [{ key: path.join('.'), reference: value }];
  return Object.entries(value).flatMap(([name, part]) => within(part, [...path, asWritten[name] ?? name]));
}
