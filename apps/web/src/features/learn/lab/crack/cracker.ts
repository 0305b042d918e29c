import type { CrackProgress, CrackResult } from './crack-secret.ts';
import type { FromCracker, ToCracker } from './cracker-messages.ts';

/** One search at a time, in a worker of its own. */
export interface Cracker {
  /** A number for the next search, so that it can be cancelled before it has begun. */
  readonly nextRun: () => number;
  readonly crack: (
    run: number,
    token: string,
    onProgress: (progress: CrackProgress) => void,
  ) => Promise<CrackResult>;
  readonly cancel: (run: number) => void;
}

/** Loads the worker at once, so that a search sends no request later. */
export function startCracker(): Cracker {
  const worker = new Worker(new URL('./cracker.worker.ts', import.meta.url), { type: 'module' });
  let runs = 0;
  const tell = (message: ToCracker): void => worker.postMessage(message);
  return {
    nextRun: () => {
      runs += 1;
      return runs;
    },
    crack: (run, token, onProgress) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromCracker>) => {
          if (data.kind === 'progress') onProgress(data.progress);
          else resolve(data.result);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        tell({ kind: 'crack', run, token });
      }),
    cancel: (run) => tell({ kind: 'cancel', run }),
  };
}
