export type Cell = string | number | undefined;

/** One column: its heading and how many decimals its numbers show. */
export interface Column {
  readonly title: string;
  readonly decimals?: number;
}

/**
 * Lays rows out under headings: text to the left, numbers to the right with thousands apart, a missing value
 * as a dash. Ends with a newline.
 */
export function renderTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const numeric = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const lines = [columns.map((column) => column.title), ...rows.map((row) => renderRow(columns, row))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const rule = widths.map((width) => '─'.repeat(width));
  const [head, ...body] = lines.map((line) =>
    widths.map((width, at) => pad(line[at] ?? '', width, numeric[at] === true)),
  );
  return [head ?? [], rule, ...body].map((line) => `${line.join('  ').trimEnd()}\n`).join('');
}

function renderRow(columns: readonly Column[], row: readonly Cell[]): string[] {
  return columns.map((column, at) => renderCell(row[at], column.decimals ?? 0));
}

function renderCell(cell: Cell, decimals: number): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  return cell.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
