import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InFlight } from './in-flight.ts';
import type { Journey } from './journey.ts';

const [here, there] = [{}, {}];

function journey(number: number): Journey {
  const connection = number % 2 === 0 ? here : there;
  return { place: -1, arrival: 0, call: { connection } } as unknown as Journey;
}

describe('the requests in progress', () => {
  it('are those that came and have not gone, in the order in which they came, whatever the order of their going', () => {
    const moves = fc.array(fc.nat(9), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (numbers) => {
        const inFlight = new InFlight();
        const expected = new Map<number, Journey>();
        for (const number of numbers) {
          const known = expected.get(number);
          if (known === undefined) {
            const arrived = journey(number);
            inFlight.add(arrived);
            expected.set(number, arrived);
          } else {
            inFlight.remove(known);
            expected.delete(number);
          }
        }
        expect(inFlight.size).toBe(expected.size);
        for (const connection of [here, there]) {
          const came = [...expected.values()].filter(({ call }) => call.connection === connection);
          expect(inFlight.on(connection)).toEqual(came);
        }
      }),
    );
  });
});
