import type { AuditDeed, ConfigurationEntry } from '@signet/contracts';
import { keptConfigurations } from '@signet/control';
import type { ConfigurationHistory } from '@signet/control/ports';
import type { Logger } from '../logging/logger.ts';
import { type Composed, compose, nothingApplied, warnOfShadowed } from './beside-file.ts';
import type { WholeFile } from './read-file.ts';

export interface FirstEdition {
  readonly history: ConfigurationHistory;
  /** `file`: what was applied ends here, for all nodes, and the history says so. */
  readonly follow: 'applied' | 'file';
  readonly now: number;
  readonly log: Logger;
}

/**
 * What the gateways of this node follow from the start: what was applied last, and else the file.
 * @throws SignetError `configuration_invalid` where both do not fit together; to guess could open a route
 */
export async function firstEdition(
  file: WholeFile,
  { history, follow, now, log }: FirstEdition,
): Promise<Composed> {
  const newest = await history.newest();
  if (newest?.text === undefined) return compose(file, editionOf(newest));
  if (follow === 'file' && (await takeBack(history, newest, now))) {
    log.warn({ applied: newest.number }, 'What was applied ends here: the file alone counts again');
    return compose(file, { number: newest.number + 1, at: now, text: undefined });
  }
  // Where another node was faster, what it did counts.
  const composed = compose(file, editionOf(follow === 'file' ? await history.newest() : newest));
  warnOfShadowed(composed, log);
  return composed;
}

function editionOf(entry: ConfigurationEntry | undefined) {
  return entry === undefined ? nothingApplied : { number: entry.number, at: entry.at, text: entry.text };
}

function takeBack(history: ConfigurationHistory, newest: ConfigurationEntry, now: number): Promise<boolean> {
  const number = newest.number + 1;
  const by = { kind: 'server' } as const;
  const deed: AuditDeed = {
    at: now,
    action: 'config.rolled_back',
    actor: by,
    target: { kind: 'configuration', id: String(number) },
    details: { restores: 0 },
  };
  const changes = ['the file of each node counts again'];
  return history.append(
    { number, at: now, by, kind: 'returned', restores: 0, changes },
    keptConfigurations,
    deed,
  );
}
