import { createMemoryHolds } from '@signet/gateway/ports';
import { expect, it } from 'vitest';
import { heldPlaces } from './held-places.ts';

const asked = (request: number) => ({ request, name: 'few', most: 2 });

it('gives back what a gateway process held that is gone, and nothing of another', async () => {
  const holds = createMemoryHolds();
  const [killed, other] = [heldPlaces(holds), heldPlaces(holds)];
  expect(await killed.hold(asked(1))).toBe('held');
  expect(await other.hold(asked(1))).toBe('held');
  expect(await other.hold(asked(2))).toBe('taken');
  killed.releaseAll();
  expect(holds.taken).toBe(1);
  expect(await other.hold(asked(3))).toBe('held');
  // Said by a process that is gone, and said twice.
  killed.release(1);
  other.release(1);
  other.release(1);
  expect(holds.taken).toBe(1);
});

it('gives back at once what was on its way to a process that is gone', async () => {
  const holds = createMemoryHolds();
  const slow = Promise.withResolvers<void>();
  const places = heldPlaces({ take: (name, most) => slow.promise.then(() => holds.take(name, most)) });
  const answer = places.hold(asked(1));
  places.releaseAll();
  slow.resolve();
  await answer;
  expect(holds.taken).toBe(0);
});

it('says where nobody can say', async () => {
  const places = heldPlaces({ take: () => Promise.reject(new Error('away')) });
  expect(await places.hold(asked(1))).toBe('failed');
});

it('holds no more than it may in all, and nothing twice under one number', async () => {
  const holds = createMemoryHolds();
  const places = heldPlaces(holds, 2);
  const ask = (request: number, name: string) => places.hold({ request, name, most: 9 });
  expect([await ask(1, 'a'), await ask(1, 'b'), await ask(2, 'c'), await ask(3, 'd')]).toEqual([
    ...['held', 'failed', 'held', 'failed'],
  ]);
  expect(holds.taken).toBe(2);
  places.release(1);
  expect(await ask(3, 'd')).toBe('held');
  places.releaseAll();
  expect(holds.taken).toBe(0);
});
