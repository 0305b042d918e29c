import type { Check, Parts } from './check.ts';
import type { Configuration } from './configuration.ts';
import { type Form, formOf } from './form.ts';
import { freezeDeep } from './freeze-deep.ts';
import { soundParts } from './parts.ts';
import type { ConfigurationProblem, Finding } from './problems/configuration-problem.ts';
import { describeIssue } from './problems/describe-issue.ts';
import { placeFindings } from './problems/place-findings.ts';
import type { ConfigurationOf, Sections, Spread } from './section.ts';
import { sharedUse } from './sections/routes/checks/shared-use.ts';
import { sections } from './sections/sections.ts';
import { readSource } from './source/read-source.ts';

export type ConfigurationReading = Reading<Configuration>;

export type Reading<Of> =
  | { readonly ok: true; readonly configuration: Of; readonly warnings: readonly ConfigurationProblem[] }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] };

interface Options {
  readonly fileName: string;
  /** Sections that are read as if they stood in the text too, before what it says of them. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** Several nodes may run it that share a database and no Redis: what they must know of each other is refused. */
  readonly nodesApart?: boolean;
}

const form: Form<typeof sections> = formOf(sections);

/**
 * Reads the text of `signet.yaml`: every problem at once, in the order of the lines, or the frozen configuration.
 * Never throws, whatever the text.
 */
export function readConfiguration(text: string, options: Options): ConfigurationReading {
  return readBy(form, text, options, options.nodesApart === true ? [sharedUse] : []);
}

/** The same for a file of other sections. */
export function readBy<All extends Sections>(
  { sections: all, document: schema }: Form<All>,
  text: string,
  { fileName, beside }: Options,
  more: readonly Check[] = [],
): Reading<ConfigurationOf<All>> {
  const source = readSource(text, fileName);
  if (source.kind === 'unreadable') return { ok: false, problems: source.problems };
  const { document, written, findings: misused } = spreadAll(all, withBeside(source.document, beside));
  // Shape first; then, for the parts of the right shape, what they mean together.
  const issues = schema.safeParse(document).error?.issues ?? [];
  const parts = soundParts(all, document, issues);
  const findings = [
    ...misused,
    ...issues.flatMap((issue) => describeIssue(issue, document)),
    ...checkTogether([...Object.values(all).flatMap(({ checks }) => checks), ...more], parts, document),
  ];
  const placed = placeFindings(asWritten(findings, written), source);
  const problems = [...source.problems, ...placed].sort(byPlace);
  if (problems.length > 0) return { ok: false, problems };
  const warnings = Object.values(all)
    .flatMap((section) => section.warnings ?? [])
    .flatMap((warning) => warning.find(parts, document));
  return {
    ok: true,
    configuration: freezeDeep(complete(all, parts)),
    warnings: placeFindings(asWritten(warnings, written), source),
  };
}

/** What is no map of sections is refused as that. */
function withBeside(document: unknown, beside: Options['beside']): unknown {
  const isMap = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isMap && beside !== undefined ? { ...document, ...beside } : document;
}

/** What one section has written into others, after the other. */
function spreadAll(all: Sections, written: unknown): Spread {
  let spread: Spread = { document: written, findings: [], written: (path) => path };
  for (const section of Object.values(all)) {
    if (section.spread === undefined) continue;
    const before = spread;
    const next = section.spread(before.document);
    const findings = [...before.findings, ...next.findings];
    spread = { ...next, findings, written: (path) => before.written(next.written(path)) };
  }
  return spread;
}

/** What many routes take from one place is wrong there, and once. */
function asWritten(findings: readonly Finding[], written: Spread['written']): readonly Finding[] {
  const placed = findings.map((finding) => ({ ...finding, path: written(finding.path) }));
  return [...new Map(placed.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** A check is not asked where all of a section that it needs is unreadable: its answer would rest on a default. */
function checkTogether(checks: readonly Check[], parts: Parts, document: unknown): readonly Finding[] {
  return checks
    .filter(({ needs }) => Object.keys(needs).every((name) => parts[name]?.read === true))
    .flatMap((check) => check.find(parts, document));
}

/** Every value by the name of its section, which is what `ConfigurationOf` says of it. */
function complete<All extends Sections>(all: All, parts: Parts): ConfigurationOf<All> {
  const values = Object.entries(all).map(([name, { completion }]) => {
    const value = parts[name]?.value;
    return [name, completion === undefined ? value : completion.complete(value, parts)] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as ConfigurationOf<All>;
}

function byPlace(one: ConfigurationProblem, other: ConfigurationProblem): number {
  return one.line - other.line || one.column - other.column;
}
