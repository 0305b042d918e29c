import { describe, expect, it } from 'vitest';
import { renderTable } from './table.ts';

describe('renderTable', () => {
  it('aligns text left and numbers right, with a dash for what is missing', () => {
    const columns = [{ title: 'stack' }, { title: 'requests/s' }, { title: 'p99 ms', decimals: 2 }];
    const rows = [
      ['signet', 12400.4, 7],
      ['nginx', 999, undefined],
    ];
    expect(renderTable(columns, rows)).toBe(
      [
        'stack   requests/s  p99 ms',
        '──────  ──────────  ──────',
        'signet      12,400    7.00',
        'nginx          999       –',
        '',
      ].join('\n'),
    );
  });

  it('shows headings alone when there are no rows', () => {
    expect(renderTable([{ title: 'a' }], [])).toBe('a\n─\n');
  });
});
