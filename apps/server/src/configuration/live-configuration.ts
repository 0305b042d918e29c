import { type ConfigurationState, type ProblemSummary, SignetError, type WallClock } from '@signet/contracts';
import { followFile } from '../files/follow-file.ts';
import type { Logger } from '../logging/logger.ts';
import {
  ConfigurationInvalid,
  type LoadedConfiguration,
  readConfigurationFile,
  warnOf,
} from './read-file.ts';

/** The configuration that runs, and how it is replaced. */
export interface LiveConfiguration {
  state(): ConfigurationState;
  running(): LoadedConfiguration;
  /** Reads the file again and takes it over if it is sound; never rejects. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches the file. A sound one is given to `swap`; a bad one leaves the old one running, and the log and the admin
 * API say which line.
 * @param swap Takes the whole configuration over, or rejects having changed nothing.
 */
export function watchConfiguration(options: {
  readonly file: string;
  readonly running: LoadedConfiguration;
  readonly swap: (loaded: LoadedConfiguration) => Promise<void>;
  readonly wall: WallClock;
  readonly log: Logger;
}): LiveConfiguration {
  const { file, swap, wall, log } = options;
  let running = options.running;
  let state: ConfigurationState = { source: file, version: running.version, loadedAt: wall() };
  let turn: Promise<void> = Promise.resolve();

  async function takeOver(): Promise<void> {
    try {
      const loaded = await readConfigurationFile(file);
      if (loaded.version !== running.version) await swap(loaded);
      running = loaded;
      warnOf(loaded, file, log);
      state = { source: file, version: loaded.version, loadedAt: wall() };
      log.info({ file, version: loaded.version }, 'The configuration was taken over');
    } catch (error) {
      const problems = problemsOf(error);
      state = { ...state, lastProblem: { at: wall(), problems } };
      log.error({ file, problems }, 'The configuration has errors; the old one stays in force');
    }
  }

  const reload = () => {
    turn = turn.then(takeOver);
    return turn;
  };
  const stop = followFile(file, () => void reload());
  return {
    state: () => state,
    running: () => running,
    reload,
    async close() {
      stop();
      await turn;
    },
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
