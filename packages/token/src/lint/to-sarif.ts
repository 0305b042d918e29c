import type { Finding } from './finding.ts';

/** A SARIF 2.1.0 log (OASIS), as code scanners of GitHub, GitLab and editors read it. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

interface SarifDriver {
  readonly name: 'signet';
  readonly semanticVersion?: string;
  readonly rules: readonly SarifRule[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly help: SarifText;
  readonly defaultConfiguration: { readonly level: Finding['level'] };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Finding['level'];
  readonly message: SarifText;
  readonly locations: readonly [SarifLocation];
}

interface SarifText {
  readonly text: string;
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly charOffset: number; readonly charLength: number };
  };
  readonly logicalLocations?: readonly [{ readonly name: string; readonly kind: 'member' }];
}

export interface SarifSource {
  /** The file that the token stands in, as a relative address with `/`. */
  readonly uri: string;
  /** Of the tool. */
  readonly version?: string;
}

/** Offsets count from the first character of the token, as `parseToken` found it. */
export function toSarif(findings: readonly Finding[], { uri, version }: SarifSource): SarifLog {
  const rules = [...new Map(findings.map((finding) => [finding.rule, ruleOf(finding)])).values()];
  const driver = {
    name: 'signet',
    ...(version === undefined ? {} : { semanticVersion: version }),
    rules,
  } as const;
  const results = findings.map((finding) => resultOf(finding, rules, uri));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

function ruleOf({ rule, level, fix, reference }: Finding): SarifRule {
  return {
    id: rule,
    shortDescription: { text: `${rule} (${reference})` },
    help: { text: `${fix} See ${reference}.` },
    defaultConfiguration: { level },
  };
}

function resultOf(finding: Finding, rules: readonly SarifRule[], uri: string): SarifResult {
  const { rule, level, sentence, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level,
    message: { text: `${sentence} ${fix}` },
    locations: [locationOf(finding, uri)],
  };
}

function locationOf({ where, member }: Finding, uri: string): SarifLocation {
  const region =
    where === undefined ? {} : { region: { charOffset: where.start, charLength: where.end - where.start } };
  return {
    physicalLocation: { artifactLocation: { uri }, ...region },
    ...(member === undefined ? {} : { logicalLocations: [{ name: member, kind: 'member' }] as const }),
  };
}
