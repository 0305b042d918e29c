import { createMemoryHolds } from '@signet/gateway/ports';
import { expect, it } from 'vitest';
import { heldPlaces } from './held-places.ts';

const asked = (request: number) => ({ kind: 'hold', request, name: 'few', most: 2 }) as const;

it('gives back what a gateway process held that is gone, and nothing of another', async () => {
  const holds = createMemoryHolds();
  const [killed, other] = [heldPlaces(holds), heldPlaces(holds)];
  expect(await killed.hold(asked(1))).toMatchObject({ answer: 'held' });
  expect(await other.hold(asked(1))).toMatchObject({ answer: 'held' });
  expect(await other.hold(asked(2))).toMatchObject({ answer: 'taken' });
  killed.releaseAll();
  expect(holds.taken).toBe(1);
  expect(await other.hold(asked(3))).toMatchObject({ answer: 'held' });
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
  expect(await places.hold(asked(1))).toMatchObject({ answer: 'failed' });
});
