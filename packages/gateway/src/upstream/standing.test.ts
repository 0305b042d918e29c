import { steadyTime } from '@signet/contracts';
import { expect, it } from 'vitest';
import { Standing } from './standing.ts';

const at = (seconds: number) => steadyTime(seconds * 1000);
const rules = { ejectAfter: 3, ejectFor: 10_000 };

function failing(standing: Standing, times: number, seconds: number): void {
  for (let count = 0; count < times; count += 1) standing.failed(at(seconds));
}

it('is lost by so many failures in a row and no fewer, an answer between them making good', () => {
  const standing = new Standing(rules);
  failing(standing, 2, 0);
  standing.answered();
  failing(standing, 2, 0);
  expect(standing.isAway(at(0))).toBe(false);
  failing(standing, 1, 0);
  expect(standing.isAway(at(9.9))).toBe(true);
  expect(standing.isAway(at(10))).toBe(false);
});

it('is not made worse by what was under way when it was lost', () => {
  const standing = new Standing(rules);
  failing(standing, 50, 0);
  expect(standing.isAway(at(10))).toBe(false);
});

it('is won back by one request that is answered, while no other is sent', () => {
  const standing = new Standing(rules);
  failing(standing, 3, 0);
  standing.chosen(at(10));
  expect(standing.isAway(at(11))).toBe(true);
  standing.answered();
  expect(standing.isAway(at(11))).toBe(false);
});

it('takes twice as long to win back each time that the trial fails, up to 32 times', () => {
  const standing = new Standing(rules);
  failing(standing, 3, 0);
  let now = 10;
  const pauses = [20, 40, 80, 160, 320, 320];
  for (const pause of pauses) {
    standing.chosen(at(now));
    standing.failed(at(now));
    expect(standing.isAway(at(now + pause - 1))).toBe(true);
    expect(standing.isAway(at(now + pause))).toBe(false);
    now += pause;
  }
});

it('is tried again where nobody learnt how a trial ended', () => {
  const standing = new Standing(rules);
  failing(standing, 3, 0);
  standing.chosen(at(10));
  expect(standing.isAway(at(20))).toBe(false);
});
