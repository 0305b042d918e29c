import type { ReactElement } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import type { Table } from '../words/blocks.ts';
import './table-view.css';

/** A table of words. Where it is too wide for the window, each row becomes a card with named lines. */
export function TableView({ table: { caption, columns, rows } }: { readonly table: Table }): ReactElement {
  return (
    <div className="table-frame">
      <table className="lesson-table lesson-cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">
                <Prose text={name} />
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} data-column={columns[index + 1]}>
                  <span>
                    <Prose text={cell} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
