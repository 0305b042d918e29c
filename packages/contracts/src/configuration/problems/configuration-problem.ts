/** One thing to mend in `signet.yaml`, in the three parts in which Signet explains every refusal. */
export interface ConfigurationProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** Where it stands in words of the file, such as `routes[read-order].auth.scopes`; empty for the whole file. */
  readonly path: string;
  /** What came. Never more than a short piece of the file, and never a password or a key. */
  readonly actual: string;
  readonly expected: string;
  readonly fix: string;
  /** The three parts as sentences. */
  readonly message: string;
}

/** `signet.yaml:12:7 routes[read-order].auth: …` for a terminal or a log. */
export function renderConfigurationProblem({
  file,
  line,
  column,
  path,
  message,
}: ConfigurationProblem): string {
  return `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}: ${message}`;
}

/** A problem before it has a place in the text. */
export interface Finding {
  readonly path: readonly (string | number)[];
  /** Point at the key itself rather than at its value. */
  readonly atKey: boolean;
  readonly actual: string;
  readonly expected: string;
  readonly fix: string;
}

export function sentences({ actual, expected, fix }: Pick<Finding, 'actual' | 'expected' | 'fix'>): string {
  return `Found ${actual}; allowed is ${expected}. ${fix}`.trimEnd();
}
