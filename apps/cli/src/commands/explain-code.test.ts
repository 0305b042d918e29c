import { errorCatalogue, errorCodes } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import type { FailureParts } from '../failure.ts';
import { refusalRows } from '../terminal/print-failure.ts';
import { runInProcess } from '../testing/run-in-process.ts';

describe('signet explain CODE', () => {
  it.each(errorCodes)('says what %s means without a server, no wider than the terminal', async (code) => {
    const { code: exit, out } = await runInProcess(['explain', code], { width: 72 });
    expect(exit).toBe(0);
    const [first, ...rest] = out.split('\n');
    expect(first).toBe(`${code}: ${errorCatalogue[code].title}`);
    for (const part of ['What happened', 'Expected and actual', 'How to fix it', 'Rule or reference']) {
      expect(rest).toContain(part);
    }
    expect(out).not.toMatch(/\]\(|\*\*|^#/m);
    expect(rest.filter((line) => line.length > 72 && line.includes(' '))).toEqual([]);
  });

  it('is the page as data for programs', async () => {
    const { out } = await runInProcess(['explain', 'alg_none', '--json']);
    expect(JSON.parse(out)).toMatchObject({ code: 'alg_none', status: 401, page: '/errors/alg_none' });
  });

  it('is what a refusal names beside its code, where the code has a page', () => {
    const rows = (code: FailureParts['code'] & string): string =>
      refusalRows({ sentence: 'So.', code }, 80).join('\n');
    expect(rows('token_expired')).toMatch(
      /Code +token_expired\n +More +npx --no signet explain token_expired$/,
    );
    expect(rows('not_running')).not.toContain('More');
    expect(rows('usage')).toBe('');
  });

  it('refuses what is neither a code nor a reference, and says what either looks like', async () => {
    const { code, err } = await runInProcess(['explain', 'constructor']);
    expect(code).toBe(2);
    expect(err).toContain('a code such as token_expired');
  });
});
