import { describe, expect, it } from 'vitest';
import { shadesOf } from './shades.ts';

const [white, night] = ['#ffffff', '#131417'];

describe('the shades of a colour', () => {
  it('are the colour itself where it can be told from its ground', () => {
    expect(shadesOf('#0b57b7', white)).toEqual({ action: '#0b57b7', onAction: '#ffffff', hover: '#094a9c' });
  });

  it.each([
    ['a yellow', '#ffee00', white, '#998f00'],
    ['white', '#ffffff', white, '#8c8c8c'],
    ['a navy blue', '#000080', night, '#5959ac'],
    ['black', '#000000', night, '#666666'],
  ])('are nearer to the other end where it cannot: %s', (_, colour, ground, action) => {
    expect(shadesOf(colour, ground).action).toBe(action);
  });

  it('write black on what is light, and white on what is dark', () => {
    expect(shadesOf('#ffee00', night).onAction).toBe('#000000');
    expect(shadesOf('#000080', white).onAction).toBe('#ffffff');
  });
});
