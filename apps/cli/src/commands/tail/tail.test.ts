import { type DecisionRecord, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../failure.ts';
import { paintWith } from '../../terminal/palette.ts';
import { runInProcess } from '../../testing/run-in-process.ts';
import { readFilters, type TailFilters } from './filters.ts';
import { followDecisions, mostAtOnce } from './follow-decisions.ts';
import { recordLine } from './record-line.ts';

function decision(changed: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    reference: newId('reference'),
    at: Date.UTC(2026, 10, 30, 12, 4, 5, 6),
    node: 'gateway-1',
    method: 'GET',
    path: '/orders/1',
    route: 'orders',
    outcome: 'refused',
    status: 401,
    refusal: { code: 'token_expired', sentence: 'The token has expired.' },
    steps: [],
    token: { verified: true, subject: 'usr_ada' },
    durationMicros: 1234,
    ...changed,
  };
}

const passed = decision({ outcome: 'forwarded', status: 200, refusal: undefined } as never);

describe('a line of `signet tail`', () => {
  it('says when, what became of it, of what, and by which name it is explained', () => {
    const record = decision();
    expect(recordLine(record, paintWith(false))).toBe(
      `12:04:05.006Z  ✗ refused   401  GET /orders/1  token_expired · orders · usr_ada · 1.2 ms · ${record.reference}`,
    );
    expect(recordLine(passed, paintWith(false))).toContain('✓ forwarded 200');
  });

  it('has colour beside its words on a terminal, and shows what is hidden in a path or a subject', () => {
    expect(recordLine(decision(), paintWith(true))).toContain('\u001b[31m✗ refused   401\u001b[0m');
    const hostile = decision({
      path: '/x\u001b[2J\n12:00:00  ✓ forwarded',
      token: { verified: false, subject: 'usr\u202eada\r\n' },
    });
    const line = recordLine(hostile, paintWith(false));
    for (const hidden of ['\u001b', '\n', '\r', '\u202e']) expect(line).not.toContain(hidden);
  });
});

describe('the filters of `signet tail`', () => {
  it.each<readonly [TailFilters, readonly [boolean, boolean]]>([
    [{}, [true, true]],
    [{ route: 'orders' }, [true, true]],
    [{ route: 'bills' }, [false, false]],
    [{ subject: 'usr_ada' }, [true, true]],
    [{ subject: 'usr_eve' }, [false, false]],
    [{ status: '401' }, [true, false]],
    [{ status: '2xx' }, [false, true]],
    [{ verdict: 'refused' }, [true, false]],
    [{ verdict: 'forwarded' }, [false, true]],
    [{ verdict: 'token_expired' }, [true, false]],
    [{ verdict: 'token_expired', status: '2xx' }, [false, false]],
  ])('%j', (filters, [ofRefused, ofForwarded]) => {
    const fits = readFilters(filters);
    expect([fits(decision()), fits(passed)]).toEqual([ofRefused, ofForwarded]);
  });

  it.each<TailFilters>([
    { status: '4x' },
    { status: '700' },
    { status: '' },
    { verdict: 'Token expired' },
    { verdict: '' },
  ])('are refused where nothing could fit: %j', (filters) => {
    expect(() => readFilters(filters)).toThrow(CommandFailure);
  });

  it('are refused before any server is asked, with the code of a misuse', async () => {
    for (const words of [
      ['--status', 'x'],
      ['--verdict', 'A B'],
      ['--lines', '1001'],
    ]) {
      expect(await runInProcess(['tail', ...words])).toMatchObject({ code: 2 });
    }
  });
});

describe('following', () => {
  /** What is shown of these answers, one after the other, each the newest first. */
  async function shown(answers: readonly (readonly DecisionRecord[])[], lines = 10) {
    const [said, waiting]: [(DecisionRecord | 'missed')[], (readonly DecisionRecord[])[]] = [
      [],
      [...answers],
    ];
    await followDecisions({
      newest: async () => waiting.shift() ?? expect.fail('Nothing is left.'),
      fits: ({ path }) => path !== '/hidden',
      lines,
      show: (record) => said.push(record),
      missed: () => said.push('missed'),
      pause: async () => waiting.length > 0,
    });
    return said;
  }

  it('shows the last few, then each new one once, the oldest first, also one that was written late', async () => {
    const [a, b, c, d, late] = Array.from({ length: 5 }, () => decision());
    if (!a || !b || !c || !d || !late) expect.fail('There are five.');
    const hidden = decision({ path: '/hidden' });
    const answers = [
      [b, a],
      [c, hidden, b, late, a],
      [d, c, hidden, b, late],
      [d, c, hidden, b, a],
    ];
    expect(await shown(answers, 1)).toEqual([b, late, c, d]);
    expect(await shown([[b, a]], 0)).toEqual([]);
  });

  it('says where more came than can be shown', async () => {
    const flood = Array.from({ length: mostAtOnce }, () => decision());
    const said = await shown([[], flood], 0);
    expect([said[0], said.length]).toEqual(['missed', mostAtOnce + 1]);
  });
});
