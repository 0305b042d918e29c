import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { QueryResult } from 'kysely';

/** As many as are in use again and again. */
const mostKept = 200;
/** What is longer has as many parameters as something has members, and is not soon asked again. */
const longestKept = 2000;

interface Statement {
  readonly prepared: StatementSync;
  readonly returnsRows: boolean;
}

/** The statements of one file, of which those that were run last stay prepared. */
export class Statements {
  readonly #file: DatabaseSync;
  readonly #most: number;
  /** By their text; those that were run last come last. */
  readonly #kept = new Map<string, Statement>();

  constructor(file: DatabaseSync, most: number = mostKept) {
    this.#file = file;
    this.#most = most;
  }

  /** How many are prepared. */
  get size(): number {
    return this.#kept.size;
  }

  run<Row>(sql: string, parameters: readonly SQLInputValue[]): QueryResult<Row> {
    const { prepared, returnsRows } = this.#find(sql);
    try {
      if (returnsRows) return { rows: prepared.all(...parameters) as Row[] };
      const { changes } = prepared.run(...parameters);
      return { numAffectedRows: BigInt(changes), rows: [] };
    } catch (error) {
      // Nothing of a failure is to be in the next run.
      this.#kept.delete(sql);
      throw error;
    }
  }

  #find(sql: string): Statement {
    const known = this.#kept.get(sql);
    if (known !== undefined) {
      this.#kept.delete(sql);
      this.#kept.set(sql, known);
      return known;
    }
    const prepared = this.#file.prepare(sql);
    const statement = { prepared, returnsRows: prepared.columns().length > 0 };
    if (mayBeKept(sql)) this.#keep(sql, statement);
    return statement;
  }

  #keep(sql: string, statement: Statement): void {
    this.#kept.set(sql, statement);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
  }
}

/** Columns that are not named are counted when a statement is prepared: another process may change the table later. */
const allColumns = /(?:\b(?:select|distinct|all|returning)|[.,]) ?\*/;

function mayBeKept(sql: string): boolean {
  return sql.length <= longestKept && /^(select|insert|update|delete)\b/.test(sql) && !allColumns.test(sql);
}
