import type { Flip, Reference, TryConfigurationAnswer, Untold } from '@signet/contracts';
import type { ReplayedCall } from '../ports/configuration-publisher.ts';

/** Kinds of flips that are told; the calls of all others are counted. */
const mostFlips = 500;
const mostExamples = 3;

type Told = Pick<TryConfigurationAnswer, 'calls' | 'from' | 'same' | 'flips' | 'furtherFlips' | 'cannotTell'>;

/** Replayed calls by consumer and route, the most frequent first. */
export function tellTrial(calls: readonly ReplayedCall[]): Told {
  const flips = new Map<string, Flip>();
  const untold = new Map<string, Untold>();
  let same = 0;
  for (const call of calls) {
    const { reference } = call.record;
    if ('cannotTell' in call) count(untold, call.cannotTell, { why: call.cannotTell }, reference);
    else if ((call.was === undefined) === (call.becomes === undefined)) same += 1;
    else {
      const kind = kindOf(call);
      count(flips, JSON.stringify(kind), kind, reference);
    }
  }
  const all = [...flips.values()].sort(byCount);
  const from = calls.reduce((oldest, { record: { at } }) => Math.min(oldest, at), Number.POSITIVE_INFINITY);
  return {
    calls: calls.length,
    ...(calls.length === 0 ? {} : { from }),
    same,
    flips: all.slice(0, mostFlips),
    furtherFlips: all.slice(mostFlips).reduce((sum, flip) => sum + flip.count, 0),
    cannotTell: [...untold.values()].sort(byCount),
  };
}

function kindOf({
  record,
  was,
  becomes,
}: Extract<ReplayedCall, { readonly becomes?: string }>): Omit<Flip, keyof Counted> {
  const { token, route } = record;
  const consumer = token?.verified === true ? (token.clientId ?? token.subject ?? token.jti) : undefined;
  return {
    ...(consumer === undefined ? {} : { consumer }),
    ...(route === undefined ? {} : { route }),
    ...(was === undefined ? {} : { was }),
    ...(becomes === undefined ? {} : { becomes }),
  };
}

interface Counted {
  readonly count: number;
  readonly examples: readonly Reference[];
}

function count<Kind extends object>(
  counted: Map<string, Kind & Counted>,
  key: string,
  kind: Kind,
  reference: Reference,
): void {
  const { count: before = 0, examples = [] } = counted.get(key) ?? {};
  const shown = examples.length < mostExamples ? [...examples, reference] : examples;
  counted.set(key, { ...kind, count: before + 1, examples: shown });
}

function byCount(one: Counted, other: Counted): number {
  return other.count - one.count;
}
