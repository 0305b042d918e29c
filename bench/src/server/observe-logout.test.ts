import { describe, expect, it } from 'vitest';
import { observe } from './observe-logout.ts';

const call = (begun: number, status: number) => ({ begun, ended: begun + 1, status });

describe('observe', () => {
  it('counts from sending and from the answer to the end of the first refusal', () => {
    const calls = [call(8, 200), call(10, 200), call(12, 401)];
    expect(observe('gateway-1', calls, 9, 15)).toEqual({
      node: 'gateway-1',
      fromSendingMs: 4,
      fromAnswerMs: -2,
      acceptedAfterAnswer: 0,
    });
  });

  it('counts the calls begun after the answer that were let through', () => {
    const calls = [call(14, 200), call(16, 200), call(18, 401)];
    expect(observe('gateway-2', calls, 9, 15)).toMatchObject({ acceptedAfterAnswer: 1, fromAnswerMs: 4 });
  });
});
