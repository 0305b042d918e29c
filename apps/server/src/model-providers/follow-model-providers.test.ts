import { afterEach, expect, it, vi } from 'vitest';
import { followModelProviders } from './follow-model-providers.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));

function following() {
  let stored = 'first';
  let known = 'first';
  const renew = vi.fn(async () => undefined);
  const log = { info: vi.fn(), warn: vi.fn() };
  const followed = followModelProviders({
    book: {
      async read() {
        known = stored;
      },
      revision: () => known,
    },
    followed: 'first',
    renew,
    onPoke: () => () => undefined,
    log,
  });
  opened.push(followed);
  return {
    ...{ followed, renew, log },
    store(next: string) {
      stored = next;
    },
  };
}

it('has the gateways follow what was added or removed, once', async () => {
  const { followed, renew, store } = following();
  await followed.look();
  expect(renew).not.toHaveBeenCalled();
  store('second');
  await followed.look();
  await followed.look();
  expect(renew).toHaveBeenCalledTimes(1);
});

it('tries again what the gateways did not take, and says so once', async () => {
  const { followed, renew, log, store } = following();
  renew.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
  store('second');
  for (let look = 0; look < 4; look += 1) await followed.look();
  const called = [renew, log.warn, log.info].map(({ mock }) => mock.calls.length);
  expect(called).toEqual([3, 1, 1]);
});
