import type { ServerEvent } from './read-events.ts';

/** A comment, which all clients pass over: the sign that the stream lives. */
export const heartbeat = ':\n\n';

/** One event as it goes onto the wire; the data must be one line, as JSON is. */
export function writeEvent({ name, data }: ServerEvent): string {
  return `${name === '' ? '' : `event: ${name}\n`}data: ${data}\n\n`;
}
