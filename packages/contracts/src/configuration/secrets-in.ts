import type { Configuration } from './configuration.ts';
import { isSecretReference, type SecretReference } from './fields/read-reference.ts';

/** A secret that a configuration needs, and what for. */
export interface NeededSecret {
  /** The key that it is written at, such as `mail.smtp.password`. */
  readonly key: string;
  readonly reference: SecretReference;
}

/**
 * Every reference of a configuration, in whichever section one stands: what is read at the start, listed and kept out of the
 * environment of others needs no list of its own.
 */
export function secretsIn(configuration: Partial<Configuration>): readonly NeededSecret[] {
  return within(configuration, []);
}

/** What a section calls otherwise than its file does. */
const asWritten: Readonly<Record<string, string>> = { secretReferences: 'secrets' };

function within(value: unknown, path: readonly string[]): readonly NeededSecret[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSecretReference(value)) return [{ key: path.join('.'), reference: value }];
  return Object.entries(value).flatMap(([name, part]) => within(part, [...path, asWritten[name] ?? name]));
}
