import { Environment, type TypeCheckResult } from '@marcbachmann/cel-js';

/** What a name stands for: members that are all texts unless said otherwise, a map of anything, or one value. */
export type Meaning =
  | 'anything'
  | 'text'
  | 'texts'
  | 'list of texts'
  | 'time'
  | { readonly members: Readonly<Record<string, MemberMeaning>> };

type MemberMeaning = 'anything' | 'text' | 'texts' | 'list of texts';

/** The names that an expression may use. */
export type Vocabulary = Readonly<Record<string, Meaning>>;

/**
 * What an expression may call. Nothing here makes a text or a list that is longer than what it was given, none reads a
 * pattern (`matches` is an expression of JavaScript's own, which can take for ever), and none folds letters, by which two
 * names become one.
 */
export const functions: ReadonlySet<string> = new Set([
  ...['has', 'size', 'int', 'double', 'string', 'bool', 'timestamp', 'duration'],
  ...['startsWith', 'endsWith', 'contains', 'exists', 'exists_one', 'all'],
  ...['getFullYear', 'getMonth', 'getDate', 'getDayOfWeek', 'getHours', 'getMinutes'],
]);

/** They go through a list; one inside another would go through it as often as it is long. */
export const loops: ReadonlySet<string> = new Set(['exists', 'exists_one', 'all']);

/** With a time zone they take 100 µs, for each request. */
export const clockFunctions: ReadonlySet<string> = new Set(
  [...functions].filter((name) => name.startsWith('get')),
);

const limits = {
  maxAstNodes: 200,
  maxDepth: 32,
  maxListElements: 64,
  maxMapEntries: 16,
  maxCallArguments: 4,
};

const types = {
  anything: 'map<string, dyn>',
  text: 'string',
  texts: 'map<string, string>',
  'list of texts': 'list<string>',
  time: 'google.protobuf.Timestamp',
} as const;

const mostEnvironments = 256;
const environments = new Map<string, Environment>();

/** One for each vocabulary that is in use: there are as many as there are sets of parameters in paths. */
export function environmentOf(vocabulary: Vocabulary): Environment {
  const key = JSON.stringify(vocabulary);
  const known = environments.get(key);
  if (known !== undefined) return known;
  if (environments.size >= mostEnvironments) environments.clear();
  const made = makeEnvironment(vocabulary);
  environments.set(key, made);
  return made;
}

function makeEnvironment(vocabulary: Vocabulary): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: false, limits });
  // The times of a token are numbers (RFC 7519 §2 NumericDate), and numbers of JSON are doubles.
  environment.registerFunction('timestamp(double): google.protobuf.Timestamp', dateOf);
  for (const [name, meaning] of Object.entries(vocabulary)) {
    if (typeof meaning === 'string') environment.registerVariable(name, types[meaning]);
    else environment.registerVariable({ name, schema: schemaOf(meaning.members) });
  }
  return environment;
}

function schemaOf(members: Readonly<Record<string, MemberMeaning>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, meaning]) => [name, types[meaning]]));
}

const latestMoment = 8.64e12;

function dateOf(seconds: number): Date {
  if (!(Math.abs(seconds) <= latestMoment)) throw new RangeError('No time');
  return new Date(seconds * 1000);
}

/** The first line of what is wrong, without the picture of the place. */
export function complaint(error: unknown): string {
  const text = error instanceof Error ? error.message : 'it cannot be read';
  return (text.split('\n')[0] ?? text).slice(0, 200);
}

export function isCheckedAs(type: TypeCheckResult['type'], wanted: readonly string[]): boolean {
  return (
    type === 'dyn' || (type !== undefined && wanted.some((one) => type === one || type.startsWith(`${one}<`)))
  );
}
