import { describe, expect, it } from 'vitest';
import { parseWrk } from './wrk.ts';

describe('parseWrk', () => {
  it('finds the result among what wrk prints', () => {
    const output =
      'Running 8s test\n\nresult {"requests":9,"seconds":8.1,"p50Ms":1.5,"p99Ms":3,"failures":0}\n';
    expect(parseWrk(output)).toEqual({ requests: 9, seconds: 8.1, p50Ms: 1.5, p99Ms: 3, failures: 0 });
  });

  it('shows what wrk said when there is none', () => {
    expect(() => parseWrk('unable to connect')).toThrow('unable to connect');
  });
});
