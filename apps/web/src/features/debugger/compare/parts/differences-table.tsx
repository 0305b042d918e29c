import { IconArrowBarToLeft, IconArrowBarToRight, IconEqual, IconEqualNot } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { type ComparedRow, sideNames } from '../model/compare.ts';
import { words } from '../words.ts';
import { ValueCell } from './value-cell.tsx';

const icons = {
  same: IconEqual,
  changed: IconEqualNot,
  'only-first': IconArrowBarToLeft,
  'only-second': IconArrowBarToRight,
} as const;

function State({ kind }: Pick<ComparedRow, 'kind'>): ReactElement {
  const Icon = icons[kind];
  return (
    <span className={`compare-state compare-${kind}`}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {words.kinds[kind]}
    </span>
  );
}

/** A member by its name; a segment that is no JSON by its role. */
function Name({ row }: { readonly row: ComparedRow }): ReactElement {
  if (row.role === undefined) return <code>{row.name}</code>;
  const isWhole = row.name !== row.role;
  return <>{isWhole ? words.whole : words.roles[row.role]}</>;
}

interface DifferencesTableProps {
  readonly rows: readonly ComparedRow[];
  readonly label: string;
  readonly now: number;
}

/** Each name with its values in both tokens. */
export function DifferencesTable({ rows, label, now }: DifferencesTableProps): ReactElement {
  const { columns } = words;
  return (
    <table className="compare-table" aria-label={label}>
      <colgroup>
        <col className="compare-name" />
        <col className="compare-kind" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          {[columns.name, columns.state, columns.first, columns.second].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className={row.kind === 'same' ? 'compare-same' : ''}>
            <th scope="row">
              <Name row={row} />
            </th>
            <td>
              <State kind={row.kind} />
            </td>
            {sideNames.map((side) => (
              <td key={side}>
                <ValueCell row={row} side={side} now={now} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
