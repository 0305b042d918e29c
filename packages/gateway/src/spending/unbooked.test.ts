import { expect, it } from 'vitest';
import { Unbooked } from './unbooked.ts';

it('has those wait who ask while too many answers are not booked, until one is', async () => {
  const unbooked = new Unbooked(2);
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const writing = [first, second].map(({ promise }) => unbooked.during(() => promise));
  const asked: string[] = [];
  const asking = ['a', 'b'].map((name) => unbooked.room().then(() => asked.push(name)));
  await new Promise((go) => setImmediate(go));
  expect([asked, unbooked.count]).toEqual([[], 2]);
  first.resolve();
  await Promise.all(asking);
  expect([asked, unbooked.count]).toEqual([['a', 'b'], 1]);
  second.resolve();
  await Promise.all(writing);
  expect(unbooked.count).toBe(0);
});

it('has room again after what could not be written', async () => {
  const unbooked = new Unbooked(1);
  const failing = Promise.withResolvers<void>();
  const writing = unbooked.during(() => failing.promise);
  const asking = unbooked.room();
  failing.reject(new Error('away'));
  await expect(writing).rejects.toThrow('away');
  await asking;
  expect(unbooked.count).toBe(0);
});
