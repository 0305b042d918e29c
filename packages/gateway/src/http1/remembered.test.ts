import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('remembered', () => {
  function counting() {
    const asked: string[] = [];
    const ask = remembered((name) => {
      asked.push(name);
      return name.length;
    });
    return { asked, ask };
  }

  it('asks once for each name, whatever it is', () => {
    const { asked, ask } = counting();
    const names = ['host', '__proto__', 'constructor', 'Host', ''];
    for (const name of [...names, ...names]) expect(ask(name)).toBe(name.length);
    expect(asked).toEqual(names);
  });

  it('keeps no more than a bounded number, of bounded length, whoever chooses them', () => {
    const { asked, ask } = counting();
    ask('x'.repeat(65));
    ask('x'.repeat(65));
    expect(asked).toHaveLength(2);
    ask('first');
    for (let count = 0; count < 2000; count += 1) ask(`name-${count}`);
    ask('first');
    expect(asked.filter((name) => name === 'first')).toHaveLength(2);
  });

  it('remembers nothing of what failed', () => {
    let times = 0;
    const ask = remembered(() => {
      times += 1;
      throw new Error('no');
    });
    expect(() => ask('a')).toThrow('no');
    expect(() => ask('a')).toThrow('no');
    expect(times).toBe(2);
  });
});
