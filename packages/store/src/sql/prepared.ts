import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Database } from './database.ts';

/** Where a statement runs: a database, or one transaction of it. */
export type Target = Pick<Database, 'kind' | 'query'>;

/** Never decides by a value: the same statement runs with others. */
export type Build<Given, Row> = (
  query: Database['query'],
  given: Given,
  kind: Database['kind'],
) => Compilable<Row>;

export type Run<Given, Row> = (target: Target, given: Given) => Promise<QueryResult<Row>>;

/** A statement that is built and compiled at its first run on each kind of database, and then run with other values. */
export function prepared<Values extends object, Row>(build: Build<Values, Row>): Run<Values, Row> {
  const run = preparedForAll<Values, Row>((query, [values], kind) => build(query, values as Values, kind));
  return (target, values) => run(target, [values]);
}

/** As `prepared`, of several at once: one statement for each number of them, which the caller keeps small. */
export function preparedForAll<Values extends object, Row>(
  build: Build<readonly Values[], Row>,
): Run<readonly Values[], Row> {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return (target, given) => {
    const { kind, query } = target;
    // A plugin is shown each statement as it is built, and may change it.
    if (query.getExecutor().plugins.length > 0) return query.executeQuery(build(query, given, kind));
    const shape = `${kind} ${given.length}`;
    let statement = compiled.get(shape);
    if (statement === undefined) {
      statement = build(query, given.map(slotsFor<Values>), kind).compile();
      compiled.set(shape, statement);
    }
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Slot ? parameter.of(given) : parameter,
    );
    return query.executeQuery<Row>({ ...statement, parameters });
  };
}

/** Stands in a compiled statement for a value that each run gives anew. */
class Slot {
  readonly #place: number;
  readonly #name: string;

  constructor(place: number, name: string) {
    this.#place = place;
    this.#name = name;
  }

  /** @throws TypeError where it is not given: a driver might write that it is null */
  of(given: readonly object[]): unknown {
    const value: unknown = Reflect.get(given[this.#place] ?? {}, this.#name);
    if (value === undefined) throw new TypeError(`This statement lacks a value for ${this.#name}.`);
    return value;
  }
}

function slotsFor<Values extends object>(given: Values, place: number): Values {
  const slots: object = Object.fromEntries(Object.keys(given).map((name) => [name, new Slot(place, name)]));
  return slots as Values;
}
