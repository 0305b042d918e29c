import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { EventReader, type ServerEvent } from '../sse/read-events.ts';

/** Events as a stream brings them, without names: readers go by what the data says. */
export function eventsOf(data: readonly unknown[]): readonly ServerEvent[] {
  return data.map((each) => ({ name: '', data: typeof each === 'string' ? each : JSON.stringify(each) }));
}

/** The events that a written stream has. */
export function readBack(text: string): readonly ServerEvent[] {
  return new EventReader().read(new TextEncoder().encode(text));
}

interface Reader {
  read(event: ServerEvent): readonly ModelEvent[];
  end(): readonly ModelEvent[];
}

/** All that a reader makes of a stream, and what it says is lost. */
export function readAll(
  open: (given: { readonly losses: Losses }) => Reader,
  events: readonly ServerEvent[],
): { readonly events: readonly ModelEvent[]; readonly lost: readonly string[] } {
  const losses = new Losses();
  const reader = open({ losses });
  const read = [...events.flatMap((event) => reader.read(event)), ...reader.end()];
  return { events: read, lost: losses.told.map(({ path }) => path) };
}
