import { statSync, unwatchFile, watch, watchFile } from 'node:fs';
import { basename, dirname } from 'node:path';

/** How long a file must be left alone before it is read: an editor writes in several steps. */
const settleTime = 100;
/** For file systems that send no events (network shares, some container mounts). */
const pollEvery = 2000;

/**
 * Calls `changed` some time after the file was written, replaced or put back, however the editor did it. The folder
 * is watched and not the file, because many editors write a new file and rename it over the old one.
 * @returns how to stop
 */
export function followFile(file: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let seen = fingerprint(file);
  const settle = () => {
    const now = fingerprint(file);
    if (now === seen) return;
    seen = now;
    changed();
  };
  const poke = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, settleTime);
  };
  const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
    if (name === null || name === basename(file)) poke();
  });
  // A watched folder that goes away is no reason to end; the polling below goes on.
  watcher.on('error', poke);
  watchFile(file, { interval: pollEvery, persistent: false }, poke);
  return () => {
    clearTimeout(timer);
    watcher.close();
    unwatchFile(file, poke);
  };
}

/** Never throws, since nobody waits for the timers that call it; reading the file will say what is wrong with it. */
function fingerprint(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? 'absent' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
  } catch {
    return 'out of reach';
  }
}
