import {
  type Configuration,
  type ConfigurationState,
  documentIn,
  type OpenedRoute,
  type ProblemSummary,
  SignetError,
  type WallClock,
  writeGatewayPart,
} from '@signet/contracts';
import {
  type ConfigurationHistory,
  ConfigurationNotTaken,
  type ConfigurationPublisher,
  type Edition,
  type InForce,
} from '@signet/control/ports';
import { followFile } from '../files/follow-file.ts';
import type { Logger } from '../logging/logger.ts';
import { type Composed, compose, readBeside, warnOfShadowed } from './beside-file.ts';
import {
  ConfigurationInvalid,
  type LoadedConfiguration,
  readWholeFile,
  type WholeFile,
  warnOf,
} from './read-file.ts';
import type { Replay } from './replay-records.ts';

/** The configuration that runs, and how it is replaced: by the file, or by what an administrator applies. */
export interface LiveConfiguration extends ConfigurationPublisher {
  state(): ConfigurationState;
  running(): LoadedConfiguration;
  /** Reads the file again and takes it over if it is sound; never rejects. */
  reload(): Promise<void>;
  /** Takes over what was applied at another node; never rejects. */
  follow(): Promise<void>;
  /** Gives what runs to the gateways once more, since something beside it is another. Rejects where they do not take it. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly running: Composed;
  readonly history: Pick<ConfigurationHistory, 'newest' | 'newestNumber'>;
  /** Whether everything here can take it over; changes nothing. */
  readonly prepare: (loaded: LoadedConfiguration) => Promise<void>;
  /** Takes the whole configuration over, or rejects having changed nothing. */
  readonly swap: (loaded: LoadedConfiguration) => Promise<void>;
  /** Decides recorded calls once more, with another configuration in the place of the first. */
  readonly replay: Replay;
  /** The routes of a draft that let everyone in where those of the first ask for something. */
  readonly opened: (followed: Configuration, draft: Configuration) => readonly OpenedRoute[];
  /** Tells other nodes to look; they look by themselves, too. */
  readonly poke: () => void;
  readonly wall: WallClock;
  readonly log: Logger;
}

/**
 * Watches the file. A sound one is given to `swap`; a bad one leaves the old one running, and the log and the admin
 * API say which line. One change at a time, whoever makes it.
 */
export function watchConfiguration(options: LiveOptions): LiveConfiguration {
  const { history, prepare, swap, replay, opened, poke, wall, log } = options;
  let running = options.running;
  const { file } = running.file;
  let state = stateOf(running, wall());
  let turn: Promise<unknown> = Promise.resolve();
  let isUnread = false;
  /** Of what was applied elsewhere and cannot be taken over here: told once. */
  let refused = 0;

  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = turn.then(change);
    turn = done.catch(() => undefined);
    return done;
  }

  async function take(next: Composed): Promise<void> {
    if (next.loaded.version !== running.loaded.version) await swap(next.loaded);
    running = next;
    state = stateOf(next, wall());
  }

  async function takeFile(): Promise<void> {
    try {
      const next = compose(await readWholeFile(file, running.file), running.edition);
      await take(next);
      warnOf(next.file.loaded, file, log);
      warnOfShadowed(next, log);
      log.info({ file, version: next.loaded.version }, 'The configuration was taken over');
    } catch (error) {
      reject(error, { file });
    }
  }

  function reject(error: unknown, where: object): void {
    const problems = problemsOf(error);
    state = { ...state, lastProblem: { at: wall(), problems } };
    log.error({ ...where, problems }, 'The configuration has errors; the old one stays in force');
  }

  async function takeNewest(): Promise<void> {
    const edition = await newestElsewhere();
    if (edition === undefined) return;
    const applied = edition.number;
    try {
      const next = compose(running.file, edition);
      await prepare(next.loaded);
      await take(next);
      warnOfShadowed(next, log);
      log.info({ applied, version: next.loaded.version }, 'What was applied at another node was taken over');
    } catch (error) {
      if (refused !== applied) reject(error, { applied });
      refused = applied;
    }
  }

  async function newestElsewhere(): Promise<Edition | undefined> {
    try {
      const number = await history.newestNumber();
      const newest = number === running.edition.number ? undefined : await history.newest();
      isUnread = false;
      return newest && { number: newest.number, at: newest.at, text: newest.text };
    } catch (error) {
      if (!isUnread)
        log.warn(
          { err: error },
          'Whether something was applied at another node cannot be read; it is tried again',
        );
      isUnread = true;
      return undefined;
    }
  }

  async function publish(edition: Edition, keep: () => Promise<boolean>): Promise<InForce | undefined> {
    if (edition.number !== running.edition.number + 1) return undefined;
    const next = await trying(async () => {
      const composed = compose(running.file, edition);
      await prepare(composed.loaded);
      return composed;
    });
    if (!(await keep())) return undefined;
    try {
      await take(next);
    } catch (error) {
      // It is kept, so that it is tried again as if another node had applied it.
      reject(error, { applied: edition.number });
      throw error;
    }
    warnOfShadowed(next, log);
    poke();
    log.info({ applied: edition.number, version: next.loaded.version }, 'A configuration was applied');
    return inForceOf(next);
  }

  const reload = () => inTurn(takeFile);
  const stop = followFile(file, () => void reload());
  return {
    state: () => state,
    running: () => running.loaded,
    reload,
    follow: () => inTurn(takeNewest),
    renew: () => inTurn(() => swap(running.loaded)),
    inForce: () => inForceOf(running),
    read: async (text) => (text === undefined ? readingOf(running.file) : readBeside(running.file, text)),
    tryOut: (configuration) => trying(() => prepare({ configuration, version: '', warnings: [] })),
    opened(configuration) {
      try {
        return opened(running.loaded.configuration, configuration);
      } catch (error) {
        throw new ConfigurationNotTaken(error);
      }
    },
    replay(configuration, records) {
      try {
        const { configuration: followed } = running.loaded;
        const since = Math.max(running.file.changedAt, running.edition.at);
        return replay({ followed, since, draft: configuration }, records);
      } catch (error) {
        throw new ConfigurationNotTaken(error);
      }
    },
    publish: (edition, keep) => inTurn(() => publish(edition, keep)),
    async close() {
      stop();
      await turn;
    },
  };
}

async function trying<Result>(take: () => Promise<Result>): Promise<Result> {
  try {
    return await take();
  } catch (error) {
    throw new ConfigurationNotTaken(error);
  }
}

function readingOf({ loaded: { configuration, warnings } }: WholeFile) {
  return { ok: true, configuration, warnings } as const;
}

function inForceOf({ file, edition, loaded }: Composed): InForce {
  const { number, text } = edition;
  const { configuration, version } = loaded;
  return { number, text, textOfFile: partOf(file), configuration, version };
}

const parts = new WeakMap<WholeFile, string>();

function partOf(file: WholeFile): string {
  const part = parts.get(file) ?? writeGatewayPart(documentIn(file.text));
  parts.set(file, part);
  return part;
}

function stateOf({ file, edition, loaded, shadowed }: Composed, now: number): ConfigurationState {
  const { number, at, text } = edition;
  return {
    source: file.file,
    version: loaded.version,
    loadedAt: now,
    ...(text === undefined ? {} : { applied: { number, at, shadowed } }),
  };
}

function problemsOf(error: unknown): readonly ProblemSummary[] {
  if (error instanceof ConfigurationInvalid) {
    return error.problems.map(({ line, column, path, message }) => ({ line, column, path, message }));
  }
  const message = error instanceof Error ? error.message : 'The configuration could not be taken over.';
  const fix = error instanceof SignetError ? ` ${error.refusal.fix ?? ''}` : '';
  return [{ line: 1, column: 1, path: '', message: `${message}${fix}`.trimEnd() }];
}
