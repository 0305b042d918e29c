import { setTimeout as pause } from 'node:timers/promises';
import { parseDuration, type RevocationFollower, type RevocationReach } from '@signet/contracts';
import type { Client } from '@signet/sdk/client';
import { CommandFailure, usageFailure } from '../failure.ts';
import { safeText } from '../terminal/safe-text.ts';

const askEvery = 200;
const longest = 10 * 60_000;
/** Of those that have not said so, so many are named. */
const mostNamed = 10;

export interface WaitParts {
  readonly client: Pick<Client, 'showRevocation'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** @throws CommandFailure for what is no such time */
export function waitOf(text = '10s'): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined && milliseconds >= 1000 && milliseconds <= longest) return milliseconds;
  throw usageFailure({
    sentence: 'The time to wait for is not understood.',
    expected: 'a time from 1s to 10m',
    actual: text,
    fix: 'Write `--within 30s`, or leave it out for 10 seconds.',
  });
}

/**
 * Asks until every gateway of every node, and every app that says who it is, has applied the entry.
 * @throws CommandFailure with exit code 3 when somebody has not after `within` milliseconds
 */
export async function waitForEveryone(
  sequence: number,
  within: number,
  parts: WaitParts,
): Promise<RevocationReach> {
  const { client, clock, pause: rest = pause } = parts;
  const until = clock() + within;
  for (;;) {
    const reach = await client.showRevocation({ sequence });
    if (reach.everywhere) return reach;
    if (clock() >= until) throw notEverywhere(reach, within);
    await rest(askEvery);
  }
}

export function everywhereLine({ at, followers }: RevocationReach): string {
  return `Accepted nowhere after ${new Date(at).toISOString()}: ${counted(followers)} refuse it`;
}

function counted(followers: readonly RevocationFollower[]): string {
  const count = (kind: RevocationFollower['kind']) => {
    const number = followers.filter((each) => each.kind === kind).length;
    return `${number} ${kind}${number === 1 ? '' : 's'}`;
  };
  return `${count('gateway')} and ${count('app')}`;
}

function notEverywhere({ sequence, followers }: RevocationReach, within: number): CommandFailure {
  const missing = followers.filter(({ applied }) => applied < sequence);
  const named = missing.slice(0, mostNamed).map(describe);
  const more = missing.length > mostNamed ? [`and ${missing.length - mostNamed} more`] : [];
  return new CommandFailure(
    {
      sentence: 'It is revoked for good, and not everyone has said that they refuse it.',
      expected: `entry ${sequence} applied by all within ${within / 1000} s`,
      actual: [...named, ...more].join('; '),
      fix: 'See whether they run. One that hears nothing refuses every token by itself, after `gateway.revocationStaleness` or the `staleness` of its verifier.',
    },
    3,
  );
}

function describe({ kind, name, node, applied, silentFor }: RevocationFollower): string {
  const heard = silentFor < 1000 ? '' : `, silent for ${Math.round(silentFor / 1000)} s`;
  return safeText(`${kind} ${name} at ${node} is at ${applied}${heard}`);
}
