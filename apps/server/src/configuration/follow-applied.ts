import type { Wake } from '@signet/store';
import type { LiveConfiguration } from './live-configuration.ts';

/** How soon it is known here what was applied at another node, when nothing pokes. */
const lookEvery = 1000;

/** @returns how to stop */
export function followApplied(
  live: Pick<LiveConfiguration, 'follow'>,
  wake: Pick<Wake, 'onPoke'>,
): () => void {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    await live.follow();
    looking = false;
  };
  const timer = setInterval(() => void look(), lookEvery).unref();
  const deafen = wake.onPoke(() => void look());
  return () => {
    clearInterval(timer);
    deafen();
  };
}
