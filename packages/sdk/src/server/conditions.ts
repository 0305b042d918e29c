import { type Condition, readCondition } from '@signet/conditions';
import { readPathPattern } from '@signet/contracts';

/** What must hold of token and request. */
export interface RequiredConditions {
  /**
   * An expression in CEL over `claims`, `request`, `path`, `client` and `now`, or several by name, all of which must hold.
   * Read once for each object of requirements; docs/configuration.md has the names.
   */
  readonly condition?: string | Readonly<Record<string, string>>;
  /** The path of the requests, such as `/orders/{tenant}`, whose parameters the condition calls `path.tenant`. */
  readonly path?: string;
}

interface Read extends RequiredConditions {
  readonly conditions: readonly Condition[];
}

const none: readonly Condition[] = Object.freeze([]);
const read = new WeakMap<RequiredConditions, Read>();

/** @throws TypeError for a condition that cannot be read, with why */
export function conditionsOf(requires: RequiredConditions): readonly Condition[] {
  const { condition, path } = requires;
  if (condition === undefined) return none;
  const known = read.get(requires);
  if (known !== undefined && known.condition === condition && known.path === path) return known.conditions;
  const pattern = path === undefined ? {} : { pattern: patternOf(path) };
  const texts = typeof condition === 'string' ? { condition } : condition;
  const conditions = Object.freeze(Object.entries(texts).map(([name, text]) => readOne(name, text, pattern)));
  if (conditions.length === 0) throw new TypeError('requires.condition names no condition');
  read.set(requires, { condition, ...(path === undefined ? {} : { path }), conditions });
  return conditions;
}

function readOne(name: string, text: unknown, place: { readonly pattern?: string }): Condition {
  if (typeof text !== 'string') throw new TypeError(`The condition ${name} is no text`);
  const reading = readCondition(name, text, place);
  if (reading.ok) return reading.value;
  const where = reading.at === undefined ? '' : `, at character ${reading.at}`;
  throw new TypeError(`The condition ${name} cannot be read: ${reading.reason}${where}`);
}

function patternOf(path: string): string {
  const reading = readPathPattern(path);
  if ('fault' in reading) throw new TypeError(`requires.path is not ${reading.fault.replaceAll('\n', ': ')}`);
  return reading.pattern;
}
