import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, vi } from 'vitest';
import { Statements } from './statements.ts';

function open() {
  const folder = temporaryFolder();
  const path = `${folder.path}/test.db`;
  const file = new DatabaseSync(path);
  file.exec('create table things (id integer primary key, size integer, colour text)');
  return {
    file,
    prepare: vi.spyOn(file, 'prepare'),
    /** As another process would. */
    elsewhere(sql: string): void {
      const other = new DatabaseSync(path);
      other.exec(sql);
      other.close();
    },
    [Symbol.dispose]() {
      file.close();
      folder[Symbol.dispose]();
    },
  };
}

const add = 'insert into things (id, size) values (?, ?)';
const sizeOf = 'select size from things where id = ?';

describe('the statements of a file', () => {
  it('are prepared once, and each run has its own values and its own answer', () => {
    using opened = open();
    const statements = new Statements(opened.file);
    const added = [1, 2, 3].map((id) => statements.run(add, [id, id * 10]));
    expect(added.map(({ numAffectedRows }) => numAffectedRows)).toEqual([1n, 1n, 1n]);
    const sizes = [3, 1, 9].map((id) => statements.run<{ size: number }>(sizeOf, [id]).rows);
    expect(sizes.map((rows) => rows.map(({ size }) => size))).toEqual([[30], [10], []]);
    expect(opened.prepare.mock.calls).toEqual([[add], [sizeOf]]);
  });

  it('are kept up to a number, of which that goes which was not run for longest', () => {
    using opened = open();
    const statements = new Statements(opened.file, 2);
    const others = [1, 2].map((number) => `select size + ${number} as size from things where id = ?`);
    for (const sql of [sizeOf, ...others.slice(0, 1), sizeOf, ...others.slice(1)]) statements.run(sql, [1]);
    expect(statements.size).toBe(2);
    opened.prepare.mockClear();
    statements.run(sizeOf, [1]);
    expect(opened.prepare).not.toHaveBeenCalled();
    for (const sql of others.slice(0, 1)) statements.run(sql, [1]);
    expect(opened.prepare).toHaveBeenCalledTimes(1);
  });

  it('are not kept where they are long, change the tables, or name no columns', () => {
    using opened = open();
    const statements = new Statements(opened.file);
    const long = `select id from things where id in (${Array.from({ length: 1500 }, () => '1').join(', ')})`;
    for (const sql of [long, 'create table more (id integer)', 'pragma page_count', 'select * from things'])
      statements.run(sql, []);
    for (const sql of ['select "things".* from things', 'delete from things returning *'])
      statements.run(sql, []);
    expect(statements.size).toBe(0);
    statements.run('select count(*) as things from things', []);
    expect(statements.size).toBe(1);
  });

  it('see a table as another process has changed it', () => {
    using opened = open();
    const statements = new Statements(opened.file);
    statements.run(add, [1, 10]);
    const all = () => statements.run('select * from things', []).rows.map((row) => ({ ...(row as object) }));
    expect(all()).toEqual([{ id: 1, size: 10, colour: null }]);
    expect(statements.run(sizeOf, [1]).rows).toHaveLength(1);
    opened.elsewhere('alter table things drop column size');
    expect(() => statements.run(sizeOf, [1])).toThrow(/no such column/);
    expect(all()).toEqual([{ id: 1, colour: null }]);
    opened.elsewhere('alter table things add column size integer default 7');
    expect(statements.run<{ size: number }>(sizeOf, [1]).rows[0]?.size).toBe(7);
  });

  it('leave nothing of a failure to the next run', () => {
    using opened = open();
    const statements = new Statements(opened.file);
    statements.run(add, [1, 10]);
    expect(() => statements.run(add, [1, 99])).toThrow(/UNIQUE/);
    expect(statements.run(add, [2, 20]).numAffectedRows).toBe(1n);
    expect(statements.run<{ size: number }>(sizeOf, [1]).rows[0]?.size).toBe(10);
  });
});
