import { describe, expect, it } from 'vitest';
import { parseH2load } from './h2load.ts';

const output = `
finished in 500.25ms, 1999.00 req/s, 1.2MB/s
requests: 1000 total, 1000 started, 1000 done, 999 succeeded, 1 failed, 1 errored, 0 timeout
status codes: 990 2xx, 0 3xx, 9 4xx, 0 5xx
`;

describe('parseH2load', () => {
  it('counts as failed whatever was not answered with 2xx', () => {
    expect(parseH2load(output)).toEqual({ requests: 1000, seconds: 0.50025, failures: 10 });
  });

  it('shows what h2load said when there is no result', () => {
    expect(() => parseH2load('could not connect')).toThrow('could not connect');
  });
});
