import { refusal } from '@signet/contracts';
import { expect, it } from 'vitest';
import { Denial } from '../../denial.ts';
import { verdictOf } from './verdict-of.ts';

const failed = {
  kind: 'failed',
  denial: new Denial('forward', refusal('model_unavailable.answer')),
} as const;

it('what a failure says of the key is so too where nobody else may be asked', () => {
  const open = { ...failed, another: true, status: 401 };
  expect(verdictOf(open)).toMatchObject({ next: 'next-key', blow: 'dead' });
  expect(verdictOf({ ...open, another: false })).toMatchObject({ next: 'nobody', blow: 'dead' });
});

it('what nobody has said more of is asked of another target, never of the same', () => {
  expect(verdictOf({ ...failed, another: true })).toMatchObject({ next: 'next-target' });
});

it('what is known better is not read out of the status', () => {
  const verdict = { next: 'next-target', because: 'cannot be asked in full' } as const;
  expect(verdictOf({ ...failed, another: true, verdict })).toEqual(verdict);
});
