import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';

/** A field that no protocol has. */
const unknown = 'zz_unknown';

/** The places of all objects in a value, without the numbers of lists: `choices[].message`. */
export function placesOf(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return unique(value.flatMap((each) => placesOf(each, `${place}[]`)));
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, member]) =>
    placesOf(member, place === '' ? name : `${place}.${name}`),
  );
  return unique([place, ...below]);
}

/** The same with a field more in each object at that place. */
export function withUnknown(value: unknown, at: string, place = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withUnknown(each, at, `${place}[]`));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    withUnknown(member, at, place === '' ? name : `${place}.${name}`),
  ]);
  return Object.fromEntries(place === at ? [...members, [unknown, 1]] : members);
}

/** It is told as lost, or the object around it is, or it was kept as it came. */
export function isAccountedFor(at: string, losses: Losses, events: readonly ModelEvent[]): boolean {
  const told = losses.told.map(({ path }) => path.replaceAll(/\[\d+\]/g, '[]'));
  return (
    told.some(
      (path) =>
        path.endsWith(unknown) || at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`),
    ) || JSON.stringify(events).includes(unknown)
  );
}

function unique(places: readonly string[]): readonly string[] {
  return [...new Set(places)];
}
