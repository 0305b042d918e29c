import { candidates } from './candidates.ts';
import { crackSecret } from './crack-secret.ts';
import type { FromCracker, ToCracker } from './cracker-messages.ts';

/** Searches beside the page, so that the page stays usable, and stops when it is told to. */
const words = candidates();
let cancelled = false;

const tell = (message: FromCracker): void => postMessage(message);

/** Lets a waiting message, such as "cancel", through. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function crack(token: string): Promise<void> {
  cancelled = false;
  await breathe();
  const result = await crackSecret(token, words, {
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    isCancelled: () => cancelled,
  });
  tell({ kind: 'done', result });
}

addEventListener('message', ({ data }: MessageEvent<ToCracker>) => {
  if (data.kind === 'cancel') cancelled = true;
  else
    crack(data.token).catch((error: unknown) => {
      throw error; // Reported to the page as the worker's error event.
    });
});
