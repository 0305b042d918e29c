import type { ReadableSource } from '../source/read-source.ts';
import { offsetOf } from '../source/source-document.ts';
import { type ConfigurationProblem, type Finding, sentences } from './configuration-problem.ts';
import { renderPath } from './render-path.ts';

/** More than this helps nobody, and each is looked up in the text. */
const mostProblems = 100;

/** Gives findings their line, column and path in words. */
export function placeFindings(
  findings: readonly Finding[],
  source: ReadableSource,
): readonly ConfigurationProblem[] {
  return findings.slice(0, mostProblems).map((finding) => ({
    file: source.fileName,
    ...source.place(offsetOf(source.yaml, finding.path, finding.atKey)),
    path: renderPath(finding.path, source.document),
    actual: finding.actual,
    expected: finding.expected,
    fix: finding.fix,
    message: sentences(finding),
  }));
}
