import { readAllowed } from '../configuration/fields/allowed.ts';
import { promptDefinitionSchema } from './definition-schema.ts';
import type { PromptDefinition } from './prompt.ts';

export type DefinitionReading =
  | { readonly definition: PromptDefinition }
  | { readonly problems: readonly DefinitionProblem[] };

export interface DefinitionProblem {
  /** Such as `messages[0].text`; empty for the whole. */
  readonly place: string;
  readonly expected: string;
  readonly fix: string;
}

const mostProblems = 20;

/** A prompt out of JSON that somebody wrote, or all that is to be mended in it. */
export function readDefinition(value: unknown): DefinitionReading {
  const reading = promptDefinitionSchema.safeParse(value);
  if (reading.success) return { definition: reading.data };
  return {
    problems: reading.error.issues
      .slice(0, mostProblems)
      .map(({ path, message }) => ({ place: placeOf(path), ...readAllowed(message) })),
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
