import type { KeyRules } from './key-standing.ts';

/** One of the keys of a provider. */
export interface CompiledKey {
  /** What it is called in records, such as `key 2`: where it is found may be a command. */
  readonly name: string;
  /** By whose words it is found. */
  readonly reference: string;
  readonly weight: number;
  readonly rules: KeyRules;
}
