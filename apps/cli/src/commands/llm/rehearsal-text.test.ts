import type { RehearsedCase } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { paintWith } from '../../terminal/palette.ts';
import { rehearsalCsv } from './rehearsal-csv.ts';
import { rehearsalText } from './rehearsal-text.ts';

const before = { provider: 'openai', model: 'gpt-5.6', took: 1500, costMicros: 400, currency: 'USD' };
const after = { provider: 'anthropic', model: 'claude', took: 900, costMicros: 250, currency: 'USD' };
const cases: readonly RehearsedCase[] = [
  { reference: 'req_1', verdict: 'as-good', findings: [], before, after, losses: [] },
  {
    reference: 'req_2',
    verdict: 'worse',
    findings: ['schema', 'loses'],
    before,
    after,
    losses: ['seed dropped'],
  },
  {
    reference: 'req_3',
    verdict: 'failed',
    findings: [],
    failure: 'was answered\u001b[2J',
    before,
    losses: [],
  },
  { reference: 'req_4', verdict: 'not-asked', findings: [], because: 'budget', before, losses: [] },
];

describe('a rehearsal on the terminal', () => {
  const text = rehearsalText({ cases, left: 3, more: true, to: 'claude' }, paintWith(false));

  it('has a verdict by case and what both cost', () => {
    expect(text).toMatch(/req_1 +as good +0\.000250 USD +0\.000400 USD +0\.9 +1\.5/);
    expect(text).toContain('leaves the schema, is not asked in full (seed dropped)');
    expect(text).toContain('the budget is spent');
    expect(text).toContain(
      'claude: 1 as good, 1 worse, 1 failed, 1 not asked. 2 of them cost 0.000500 USD instead of 0.000800 USD.',
    );
  });

  it('says what was left out', () => {
    expect(text).toContain('3 more were not asked');
    expect(text).toContain('--limit');
  });

  it('takes no orders to the terminal from anybody', () => {
    expect(text).not.toContain('\u001b[2J');
  });
});

describe('a rehearsal for a spreadsheet', () => {
  it('has a row for each case', () => {
    const [titles = '', first, second] = rehearsalCsv(cases).split('\r\n');
    expect(titles.split(',')).toHaveLength(17);
    expect(first).toBe(
      'req_1,as-good,,,,openai/gpt-5.6,1500,0.000400,USD,,,anthropic/claude,900,0.000250,USD,,',
    );
    expect(second).toContain('schema loses');
  });

  it('has no formula in it', () => {
    const losses = ['=HYPERLINK("x") dropped'];
    expect(rehearsalCsv([{ reference: 'req_5', verdict: 'look', findings: ['loses'], losses }])).toContain(
      `"'=HYPERLINK(""x"") dropped"`,
    );
  });
});
