import { elapsed, type SteadyTime, type WatchedClocks } from '@signet/contracts';

/** What stands in the store, as it was read not long ago. */
export interface FollowedStore<Value> {
  /** Whatever was read last, at once. */
  readonly latest: () => Value;
  /** Read again where it is older than this, in milliseconds; where the store does not answer, what was known last. */
  notOlderThan(age: number): Promise<Value>;
  /** A reading that has begun already may have missed what the caller just wrote. */
  readAgain(): Promise<void>;
}

/** What was read last, read again where it is too old: once for all who wait, and after a failure no sooner than by age. */
export function followStore<Value>(
  first: Value,
  read: () => Promise<Value>,
  parts: { readonly clocks: WatchedClocks; readonly reportFault: (error: unknown) => void },
): FollowedStore<Value> {
  const { clocks } = parts;
  let value = first;
  let readAt: SteadyTime | undefined = clocks.steady();
  let reading: Promise<void> | undefined;
  // A machine that slept does not know how old anything is.
  clocks.onJump(() => {
    readAt = undefined;
  });

  async function readOnce(): Promise<void> {
    readAt = clocks.steady();
    try {
      value = await read();
    } catch (error) {
      parts.reportFault(error);
    } finally {
      reading = undefined;
    }
  }

  function startReading(): Promise<void> {
    reading ??= readOnce();
    return reading;
  }

  return {
    latest: () => value,
    async notOlderThan(age) {
      if (reading !== undefined || elapsed(readAt, clocks.steady()) >= age) await startReading();
      return value;
    },
    async readAgain() {
      await reading;
      await startReading();
    },
  };
}
