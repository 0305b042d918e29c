import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The kinds of its tests: what RFC 9111 asks, what a cache is better for, and what it may do or leave. */
const kinds = ['required', 'optimal', 'check'] as const;
type Kind = (typeof kinds)[number];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Judged {
  readonly counts: Readonly<Record<Kind, Count>> & { readonly notRun: number };
  /** Names of required tests. */
  readonly failed: readonly string[];
}

interface Test {
  readonly id: string;
  readonly kind?: Kind;
}

interface Modules {
  readonly suites: readonly { readonly tests: readonly Test[] }[];
  readonly determine: (suites: unknown, id: string, results: unknown, dependencies: boolean) => unknown;
  readonly types: Readonly<Record<'pass' | 'yes' | 'fail' | 'optional_fail' | 'no', unknown>>;
}

/** By its own words for what a result comes to. */
export async function judge(checkout: string, results: unknown): Promise<Judged> {
  const { suites, determine, types } = await modulesOf(checkout);
  const tests = suites.flatMap((suite) => suite.tests);
  const verdicts = tests.map(({ id, kind = 'required' }) => {
    const verdict = determine(suites, id, results, false);
    const passed = verdict === types.pass || verdict === types.yes;
    const failed = [types.fail, types.optional_fail, types.no].includes(verdict);
    return { id, kind, passed, failed };
  });
  const of = (kind: Kind): Count => ({
    passed: verdicts.filter((each) => each.kind === kind && each.passed).length,
    failed: verdicts.filter((each) => each.kind === kind && each.failed).length,
  });
  return {
    counts: {
      required: of('required'),
      optimal: of('optimal'),
      check: of('check'),
      notRun: verdicts.filter(({ passed, failed }) => !passed && !failed).length,
    },
    failed: verdicts.filter(({ kind, failed }) => kind === 'required' && failed).map(({ id }) => id),
  };
}

async function modulesOf(checkout: string): Promise<Modules> {
  const at = (path: string) => pathToFileURL(join(checkout, path)).href;
  const [all, results] = await Promise.all([
    import(at('tests/index.mjs')) as Promise<{ default: Modules['suites'] }>,
    import(at('test-engine/lib/results.mjs')) as Promise<{
      determineTestResult: Modules['determine'];
      resultTypes: Modules['types'];
    }>,
  ]);
  return { suites: all.default, determine: results.determineTestResult, types: results.resultTypes };
}
