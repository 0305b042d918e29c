import { checkAudiences, withAudience } from './checks/audience.ts';
import { checkExceptedHeaders } from './checks/excepted-headers.ts';
import type { PlacedRoute } from './checks/placed-route.ts';
import { checkReferences, namesIn } from './checks/references.ts';
import { checkConflicts } from './checks/route-conflicts.ts';
import { checkSameIssuer } from './checks/same-issuer.ts';
import type { Configuration } from './configuration.ts';
import { freezeDeep } from './freeze-deep.ts';
import type { ConfigurationProblem, Finding } from './problems/configuration-problem.ts';
import { describeIssue } from './problems/describe-issue.ts';
import { placeFindings } from './problems/place-findings.ts';
import { documentSchema } from './schema/document.ts';
import { keepSound } from './sound-parts.ts';
import { readSource } from './source/read-source.ts';

export type ConfigurationReading =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] };

/**
 * Reads the text of `signet.yaml`: every problem at once, in the order of the lines, or the frozen configuration.
 * Never throws, whatever the text.
 */
export function readConfiguration(
  text: string,
  { fileName }: { readonly fileName: string },
): ConfigurationReading {
  const source = readSource(text, fileName);
  if (source.kind === 'unreadable') return { ok: false, problems: source.problems };
  const { findings, configuration } = judge(source.document);
  const problems = [...source.problems, ...placeFindings(findings, source)].sort(byPlace);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, configuration: freezeDeep(configuration) };
}

interface Judgement {
  readonly findings: readonly Finding[];
  readonly configuration: Configuration;
}

/** Shape first; then, for the parts of the right shape, what they mean together. */
function judge(document: unknown): Judgement {
  const shaped = documentSchema.safeParse(document);
  const issues = shaped.success ? [] : shaped.error.issues;
  const { parsed, routePaths } = keepSound(document, issues);
  const routes = parsed.routes.map(
    (route, index): PlacedRoute => ({ route, path: routePaths[index] ?? ['routes'] }),
  );
  return {
    findings: [
      ...issues.flatMap((issue) => describeIssue(issue, document)),
      ...checkReferences(routes, namesIn(document), document),
      ...checkSameIssuer(parsed.issuers),
      ...checkConflicts(routes),
      ...checkExceptedHeaders(routes),
      ...checkAudiences(routes, parsed),
    ],
    configuration: { ...parsed, routes: parsed.routes.map((route) => withAudience(route, parsed)) },
  };
}

function byPlace(one: ConfigurationProblem, other: ConfigurationProblem): number {
  return one.line - other.line || one.column - other.column;
}
