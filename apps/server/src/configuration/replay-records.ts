import type { Configuration, DecisionRecord, OpenedRoute } from '@signet/contracts';
import type { ReplayedCall } from '@signet/control/ports';
import { type Held, hold, openedRoutes, recordedVerdict, replay } from '@signet/gateway';

export interface Trial {
  readonly followed: Configuration;
  /** Milliseconds since the epoch at which that was as it is: of what is older nobody knows by what it was decided. */
  readonly since: number;
  readonly draft: Configuration;
}

/** @throws SignetError where one of them cannot be compiled */
export type Replay = (trial: Trial, records: readonly DecisionRecord[]) => readonly ReplayedCall[];

export function createReplay(selfIssuer: string): Replay {
  return ({ followed, since, draft }, records) => {
    const [before, after] = [hold(followed, { selfIssuer }), hold(draft, { selfIssuer })];
    return records
      .filter(({ node }) => !ofControlSide.has(node))
      .map((record) => callOf(record, after, record.at >= since ? before : undefined));
  };
}

/** @throws SignetError where one of them cannot be compiled */
export function createOpened(
  selfIssuer: string,
): (followed: Configuration, draft: Configuration) => readonly OpenedRoute[] {
  return (followed, draft) => openedRoutes(hold(followed, { selfIssuer }), hold(draft, { selfIssuer }));
}

/** Nothing there hangs on what gateways follow. */
const ofControlSide: ReadonlySet<string> = new Set(['identity', 'control', 'web']);

function callOf(record: DecisionRecord, after: Held, before: Held | undefined): ReplayedCall {
  const replayed = replay(record, after, before);
  if (replayed.verdict === 'unknown') return { record, cannotTell: replayed.why };
  const recorded = recordedVerdict(record);
  return {
    record,
    ...(recorded.verdict === 'allowed' ? {} : { was: recorded.code }),
    ...(replayed.verdict === 'allowed' ? {} : { becomes: replayed.code }),
  };
}
