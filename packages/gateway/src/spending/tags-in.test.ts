import { expect, it } from 'vitest';
import { tagsIn } from './tags-in.ts';

it('reads what a call is for, in one header or several', () => {
  const headers = ['Cost-Tags', 'project=x, feature=y', 'other', 'a=b', 'cost-tags', 'team=z'];
  expect(tagsIn(headers)).toEqual({ project: 'x', feature: 'y', team: 'z' });
});

it.each([
  ['no tags', 'x, =y, a=, A=b, a b=c'],
  ['what is too long', `a=${'x'.repeat(65)}`],
  ['what is no text of a header', 'a=\u0001'],
])('leaves out %s', (_, text) => {
  expect(tagsIn(['cost-tags', text])).toEqual({});
});

it('bounds them, and takes no name twice', () => {
  const many = Array.from({ length: 40 }, (_, at) => `t${at}=1`).join();
  expect(Object.keys(tagsIn(['cost-tags', many]))).toHaveLength(8);
  expect(tagsIn(['cost-tags', 'a=1,a=2,__proto__=3'])).toEqual({ a: '1' });
});
