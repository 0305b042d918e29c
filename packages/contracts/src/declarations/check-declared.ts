import type { ConfigurationProblem } from '../configuration/problems/configuration-problem.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { DeclaredDocument } from './declaration.ts';

/** By what `signet config check` checks: there is no second rule for what is declared while Signet runs. */
export function problemsOfDeclared(declared: DeclaredDocument): readonly ConfigurationProblem[] {
  // JSON is YAML.
  const text = JSON.stringify({ version: 1, ...declared });
  const reading = readConfiguration(text, { fileName: 'what is declared' });
  return reading.ok ? [] : reading.problems;
}

/** The first problem that a change brings. What was wrong before, as after an edit of `signet.yaml`, is not its fault. */
export function problemOfChange(
  before: DeclaredDocument,
  after: DeclaredDocument,
): ConfigurationProblem | undefined {
  const known = new Set(problemsOfDeclared(before).map(keyOf));
  return problemsOfDeclared(after).find((problem) => !known.has(keyOf(problem)));
}

function keyOf({ path, expected, actual }: ConfigurationProblem): string {
  return JSON.stringify([path, expected, actual]);
}
