import { wires, words } from '../spoken/scripted-provider.ts';
import { type Pair, pairs } from './client-rig.ts';

/** Byte positions for each way in which a client reads, over all protocols of providers together; behind each event is one. */
const positions = 200;

export interface Reading extends Pair {
  readonly way: string;
}

/** Every way in which a client reads a stream, with every provider that can be behind it. */
export const readings: readonly Reading[] = pairs.flatMap((pair) =>
  pair.client.streams.map((way) => ({ ...pair, way, name: `${pair.name}, by ${way}` })),
);

/** One for each protocol of a caller: how the connection of a provider ends makes no difference to a client. */
export const barely: readonly Reading[] = readings.filter(({ client, way }) => {
  const first = readings.find((reading) => reading.client.speaks === client.speaks);
  return client === first?.client && way === first.way;
});

/** Behind each event but the last, and evenly over all that is left; each provider has its share. */
export function cutsFor(reading: Reading): readonly number[] {
  const { events } = spokenBy(reading);
  const behind = events.slice(0, -1).map((_, index) => bytesOf(events.slice(0, index + 1)));
  // The empty line behind the last event says nothing more.
  const within = [...Array(bytesOf(events) - 2).keys()].filter((place) => !behind.includes(place));
  const sharing = readings.filter(({ client, way }) => client === reading.client && way === reading.way);
  const more = Math.ceil(positions / sharing.length) - behind.length;
  const spread = Array.from(
    { length: more },
    (_, index) => within[Math.floor((index * within.length) / more)],
  );
  return [...behind, ...spread.filter((place) => place !== undefined)];
}

/** After how many events it is not whole yet. */
export function endsIn(reading: Reading): readonly number[] {
  const { events, closing } = spokenBy(reading);
  return Array.from({ length: events.length - closing + 1 }, (_, count) => count);
}

function spokenBy({ upstream }: Reading): { readonly events: readonly string[]; readonly closing: number } {
  const { events, closing } = wires[upstream];
  return { events: events(words), closing };
}

function bytesOf(events: readonly string[]): number {
  return Buffer.byteLength(events.join(''));
}
