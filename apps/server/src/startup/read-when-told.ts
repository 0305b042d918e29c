import type { Logger } from '../logging/logger.ts';

/**
 * Calls `read` at each SIGHUP, as daemons do. In a terminal the signal says that this was closed, and ends the process as it
 * ever did; so does Windows mean it.
 * @returns how to stop
 */
export function readWhenTold(
  read: () => Promise<unknown>,
  { inTerminal, log }: { readonly inTerminal: boolean; readonly log: Logger },
): () => void {
  if (inTerminal || process.platform === 'win32') return () => undefined;
  const told = () => {
    log.info('Told by SIGHUP to read the configuration and its secrets again');
    read().catch((error: unknown) => log.error({ err: error }, 'They could not be read again'));
  };
  process.on('SIGHUP', told);
  return () => void process.off('SIGHUP', told);
}
