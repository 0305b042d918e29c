import type { LimitAnswer, Limiter } from '@signet/gateway/ports';

/** Whether a control node is connected now. */
export type IsConnected = () => boolean;

/**
 * Counts at the control node, for all nodes together, and here while none is connected: a node that is cut off goes on within
 * each limit by itself, and does not stop everything that has one.
 */
export function countingWhenCutOff(isConnected: IsConnected, shared: Limiter, own: Limiter): Limiter {
  return {
    async take(key, budget, now): Promise<LimitAnswer> {
      if (!isConnected()) return own.take(key, budget, now);
      try {
        return await shared.take(key, budget, now);
      } catch (error) {
        // It went away while it was asked. One that is there and cannot count has said so.
        if (isConnected()) throw error;
        return own.take(key, budget, now);
      }
    },
  };
}
