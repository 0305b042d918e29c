import { isShared, type SharedAlgorithm } from '../keys/issuing-algorithm.ts';
import type { Configuration } from './configuration.ts';
import { isSecretReference, type SecretReference } from './fields/read-reference.ts';

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
  return within(configuration, []).map((needed) => withLength(needed, configuration));
}

/** The shortest hash where the API is not declared here, but while it runs. */
const hashBytes: Readonly<Record<SharedAlgorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 };
const ofApis = 'identity.apiSecrets.';

function withLength(needed: NeededSecret, { apis = {} }: Partial<Configuration>): NeededSecret {
  if (!needed.key.startsWith(ofApis)) return needed;
  const audience = needed.key.slice(ofApis.length);
  const algorithm = Object.values(apis).find((api) => api.audience === audience)?.algorithm;
  return { ...needed, leastBytes: hashBytes[isShared(algorithm) ? algorithm : 'HS256'] };
}

/** What a section calls otherwise than its file does. */
const asWritten: Readonly<Record<string, string>> = { secretReferences: 'secrets' };

function within(value: unknown, path: readonly string[]): readonly NeededSecret[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSecretReference(value)) return [{ key: path.join('.'), reference: value }];
  return Object.entries(value).flatMap(([name, part]) => within(part, [...path, asWritten[name] ?? name]));
}
