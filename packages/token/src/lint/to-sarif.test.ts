import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import { lintToken } from './lint-token.ts';
import { toSarif } from './to-sarif.ts';

const token = rawToken('{"alg":"none"}', '{"password":"hunter2","email":"ada@mail.example"}');

describe('toSarif', () => {
  it('names each rule once and points each result at its characters', async () => {
    const findings = await lintToken(parseToken(token), { now: 1_790_000_000 });
    const log = toSarif(findings, { uri: 'tokens/a.jwt', version: '0.1.0' });
    const [{ tool, results }] = log.runs;
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ rule }) => rule));
    expect(results.map(({ ruleIndex }) => ids[ruleIndex])).toEqual(results.map(({ ruleId }) => ruleId));
    expect(results[0]).toMatchObject({
      ruleId: 'lint/alg-none',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'tokens/a.jwt' },
            region: { charOffset: 1, charLength: expect.any(Number) },
          },
        },
      ],
    });
  });

  it('is a whole log when there is nothing to say', () => {
    expect(toSarif([], { uri: 'a.jwt' }).runs[0]).toMatchObject({
      tool: { driver: { rules: [] } },
      results: [],
    });
  });
});
