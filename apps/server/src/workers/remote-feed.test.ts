import { expect, it } from 'vitest';
import { createRemoteFeed } from './remote-feed.ts';

it('what was still on its way for an older subscription is not taken for news by a newer one', () => {
  const sent: unknown[] = [];
  const heard: number[] = [];
  const { feed, handle } = createRemoteFeed((message) => sent.push(message));
  const listener = { entries: () => undefined, upToDate: (sequence: number) => void heard.push(sequence) };
  feed.subscribe(7, listener);
  feed.subscribe(0, listener);
  expect(sent).toEqual([
    { kind: 'subscribe', subscription: 1, after: 7 },
    { kind: 'subscribe', subscription: 2, after: 0 },
  ]);
  handle({ kind: 'upToDate', subscription: 1, sequence: 7 });
  expect(heard).toEqual([]);
  handle({ kind: 'upToDate', subscription: 2, sequence: 9 });
  expect(heard).toEqual([9]);
});
