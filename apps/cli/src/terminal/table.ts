import type { Paint } from './palette.ts';
import { safeText } from './safe-text.ts';

/** Rows below their titles, each column as wide as its longest cell. Cells may hold anything: they are made safe here. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => safeText(cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [paint('faint', line(titles)), ...rows.map(line)].join('\n');
}
