import { candidates } from './candidates.ts';
import { crackSecret } from './crack-secret.ts';
import type { FromCracker, ToCracker } from './cracker-messages.ts';

/** Searches beside the page, so that the page stays usable, and stops when it is told to. */
const words = candidates();
let lastCancelled = 0;

const tell = (message: FromCracker): void => postMessage(message);

/** Lets a waiting message through: the results of Web Crypto alone would keep it waiting to the end. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function crack(run: number, token: string): Promise<void> {
  const result = await crackSecret(token, words, {
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    breathe,
    isCancelled: () => lastCancelled >= run,
  });
  tell({ kind: 'done', result });
}

addEventListener('message', ({ data }: MessageEvent<ToCracker>) => {
  if (data.kind === 'cancel') lastCancelled = data.run;
  else
    crack(data.run, data.token).catch((error: unknown) => {
      throw error; // Reported to the page as the worker's error event.
    });
});
