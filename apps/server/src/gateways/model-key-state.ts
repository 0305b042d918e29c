import type { ModelKeyState, WallTime } from '@signet/contracts';
import type { ModelKeyStatus } from '@signet/gateway';

/** How a key stands, as it is told to other processes: with times that mean the same to all. */
export function modelKeyState(
  { provider, model, name, reference, state, ...more }: ModelKeyStatus,
  now: WallTime,
): ModelKeyState {
  const { reason, restsFor, inFlight, requestsLeft, tokensLeft } = more;
  return {
    ...{ provider, model, name, reference, state, requestsInProgress: inFlight },
    ...(reason === undefined ? {} : { reason }),
    ...(restsFor === undefined ? {} : { restsUntil: Math.round(now + restsFor) }),
    ...(requestsLeft === undefined ? {} : { requestsLeft }),
    ...(tokensLeft === undefined ? {} : { tokensLeft }),
  };
}
