import { describe, expect, it } from 'vitest';
import { KeptSessions, type OpenSession } from './kept-sessions.ts';

const session = (id: string): OpenSession => ({ id, revision: '2025-11-25', greeting: '{}' });

describe('sessions of callers without one', () => {
  it('are opened once for calls at once, and for each caller on its own', async () => {
    const kept = new KeptSessions();
    let opened = 0;
    const open = async () => {
      opened += 1;
      return session(`${opened}`);
    };
    const [one, other] = await Promise.all([kept.of('ada', open), kept.of('ada', open)]);
    expect([one?.id, other?.id, opened]).toEqual(['1', '1', 1]);
    expect((await kept.of('bob', open))?.id).toBe('2');
  });

  it('are not kept where there is none, and opened anew where they are forgotten', async () => {
    const kept = new KeptSessions();
    expect(await kept.of('ada', async () => undefined)).toBeUndefined();
    await expect(kept.of('ada', () => Promise.reject(new TypeError('No')))).rejects.toThrow('No');
    expect((await kept.of('ada', async () => session('1')))?.id).toBe('1');
    kept.forget('ada');
    expect((await kept.of('ada', async () => session('2')))?.id).toBe('2');
  });
});
