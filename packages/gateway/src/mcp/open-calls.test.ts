import { describe, expect, it } from 'vitest';
import { OpenCalls } from './open-calls.ts';

describe('a call that its client takes back', () => {
  it('is its own, by its id as it was written', () => {
    const calls = new OpenCalls();
    const ended: string[] = [];
    calls.open('ada', '1', () => ended.push('1'));
    calls.open('ada', '"1"', () => ended.push('"1"'));
    expect([calls.takeBack('eve', '1'), calls.takeBack('ada', '2'), ended]).toEqual([false, false, []]);
    expect([calls.takeBack('ada', '1'), ended]).toEqual([true, ['1']]);
  });

  it('is none where two could be meant', () => {
    const calls = new OpenCalls();
    const ended: string[] = [];
    calls.open('ada', '1', () => ended.push('one'));
    const close = calls.open('ada', '1', () => ended.push('other'));
    expect([calls.takeBack('ada', '1'), ended]).toEqual([false, []]);
    close();
    expect([calls.takeBack('ada', '1'), ended]).toEqual([true, ['one']]);
  });

  it('is forgotten once it is over', () => {
    const calls = new OpenCalls();
    const close = calls.open('ada', '1', () => undefined);
    close();
    close();
    expect([calls.takeBack('ada', '1'), calls.size]).toEqual([false, 0]);
  });

  it('is no other one where names run into each other', () => {
    const calls = new OpenCalls();
    calls.open('a","b', '1', () => undefined);
    expect(calls.takeBack('a', '"b","1')).toBe(false);
  });
});
