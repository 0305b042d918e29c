import type { PromptDefinition } from './prompt.ts';
import { type SchemaChange, schemaChanges } from './schema-diff.ts';
import { valuesSchema } from './values-schema.ts';

/** One thing in which two versions of a prompt differ. */
export interface ContractChange {
  /** `values/properties/language/enum`, `output/required`, `model`, `messages`. */
  readonly place: string;
  /** Whoever asked the one may be refused by the other, or be answered what it cannot read. */
  readonly breaking: boolean;
}

/**
 * What a caller would notice. Its values must all be taken as before: whatever takes fewer is breaking. Its answers must all be
 * such as it knows: whatever may answer more is breaking, but for members that it does not know, which it passes over. Where
 * nobody can say, it is breaking.
 */
export function contractChanges(
  before: PromptDefinition,
  after: PromptDefinition,
): readonly ContractChange[] {
  return [
    ...schemaChanges(valuesSchema(before), valuesSchema(after)).map(
      (change): ContractChange => ({ place: `values${change.path}`, breaking: breaksValues(change) }),
    ),
    ...outputChanges(before, after),
    ...behaviour(before, after).map((place): ContractChange => ({ place, breaking: false })),
  ];
}

export function isBreaking(changes: readonly ContractChange[]): boolean {
  return changes.some(({ breaking }) => breaking);
}

function outputChanges(
  { output: before }: PromptDefinition,
  { output: after }: PromptDefinition,
): readonly ContractChange[] {
  if (before === undefined && after === undefined) return [];
  // A text and a value are different answers.
  if (before === undefined || after === undefined) return [{ place: 'output', breaking: true }];
  return schemaChanges(before, after).map((change) => ({
    place: `output${change.path}`,
    breaking: breaksAnswers(change),
  }));
}

function breaksValues({ effect }: SchemaChange): boolean {
  return effect === 'narrowed' || effect === 'either';
}

function breaksAnswers({ effect }: SchemaChange): boolean {
  return effect === 'widened' || effect === 'either';
}

const unseen = ['description', 'messages', 'model', 'parameters', 'tests'] as const;

/** What a caller sees in other words at most. */
function behaviour(before: PromptDefinition, after: PromptDefinition): readonly string[] {
  return unseen.filter((member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]));
}
