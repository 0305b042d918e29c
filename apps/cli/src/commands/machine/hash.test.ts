import { isMachineHash } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const hash = (input: string, ...words: string[]) => runInProcess(['machine', 'hash', ...words], { input });

describe('signet machine hash', () => {
  it('prints the hash of the first line that comes in, for the file alone', async () => {
    const { code, out, err } = await hash('otter lamp gravel\n');
    expect([code, err]).toEqual([0, '']);
    expect(out.endsWith('\n')).toBe(true);
    expect(isMachineHash(out.trimEnd())).toBe(true);
    const inJson = await hash('otter lamp gravel', '--json');
    expect(isMachineHash(JSON.parse(inJson.out).hash)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['what anybody guesses', 'otter\n'],
    ['a control character', 'otter\tlamp gravel\n'],
    ['what is too long for a header', `${'x'.repeat(513)}\n`],
  ])('refuses %s, without repeating it', async (_, input) => {
    const { code, out, err } = await hash(input);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('no password for a machine');
    expect(err).not.toMatch(/otter|xxx/);
  });
});
