import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientRig, modelOf, pairs } from '../testing/clients/client-rig.ts';
import { barely, cutsFor, endsIn, type Reading, readings } from '../testing/clients/cuts.ts';
import { sealing } from '../testing/clients/official-client.ts';
import { officialClients } from '../testing/clients/official-clients.ts';
import { orders, place, protocolAt, seal, weather, words } from '../testing/spoken/scripted-provider.ts';

/** One grey pixel, as a file that any reader of PNGs takes. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** Of the questions whose answers are cut. */
const atOnce = 10;

let rig: ClientRig;

beforeAll(async () => {
  rig = await ClientRig.start();
});
afterAll(() => rig.close());

describe.each(pairs)('$name', ({ client, upstream }) => {
  const question = { model: modelOf(upstream), text: 'Hello' };
  const open = () => client.open(rig.site);
  const asked = () => rig.provider.last;

  it('reads a whole answer', async () => {
    expect((await open().ask(question)).text).toBe(words.text);
    expect(protocolAt(asked().url)).toBe(upstream);
  });

  it.each(client.streams)('reads a stream by %s', async (way) => {
    const pieces: string[] = [];
    for await (const piece of open().stream(way, question)) if (piece !== '') pieces.push(piece);
    expect(pieces.join('')).toBe(words.text);
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('is asked for a call, and answered once it brings the result', async () => {
    const said = await open().ask({ ...question, tool: weather });
    expect(said.calls).toEqual([{ name: 'weather', input: { city: 'Paris' } }]);
    expect((await said.goOn(weather.result)).text).toBe(words.text);
    expect(asked().text).toContain(weather.result);
    expect(protocolAt(asked().url)).toBe(upstream);
  });

  it('shows a picture', async () => {
    expect((await open().ask({ ...question, picture })).text).toBe(words.text);
    expect(asked().text).toContain(picture);
  });

  it('has a form filled in', async () => {
    const form = { ...question, text: orders.fill };
    expect(await open().fill(form, weather.schema)).toEqual(place);
    expect(asked().text).toContain('"city"');
  });

  it.each(client.streams)('leaves a stream by %s, and its provider is left at once', async (way) => {
    const left = new Promise<void>((gone) => {
      rig.provider.left = gone;
    });
    const leaving = new AbortController();
    let heard = 0;
    const reading = async () => {
      const held = { ...question, text: orders.hold, signal: leaving.signal };
      for await (const piece of open().stream(way, held)) {
        if (piece === '') continue;
        heard += 1;
        leaving.abort();
      }
    };
    // Some clients throw then, and some end: they know who left.
    await Promise.allSettled([reading()]);
    expect(heard).toBeGreaterThan(0);
    // This provider never ends by itself.
    await left;
    await expect.poll(() => rig.gateway.records.at(-1)?.refusal?.code).toBe('client_closed');
  });

  it('reads a refusal of the provider as an error of its own', async () => {
    const opened = open();
    const thrown = await thrownBy(opened.ask({ ...question, text: orders.refuse }));
    expect(opened.statusIn(thrown)).toBe(400);
  });
});

const afterThoughts = pairs.filter(({ upstream }) => sealing.includes(upstream));

describe.each(afterThoughts)('$name', ({ client, upstream }) => {
  it('goes on after a thought with what is sealed of it', async () => {
    const question = { model: modelOf(upstream), text: 'Hello', tool: weather, thinks: true };
    const said = await client.open(rig.site).ask(question);
    expect(said.calls).toHaveLength(1);
    expect((await said.goOn(weather.result)).text).toBe(words.text);
    expect(rig.provider.last.text).toContain(seal);
    expect(rig.provider.last.text).not.toContain('signet-call');
  });
});

describe.each(officialClients)('$name', (client) => {
  it.each([
    ['no token that is taken', 401, 'by-chat', 'no-token'],
    ['a model that there is not', 404, 'by-nobody', undefined],
  ])('reads a refusal for %s as an error of its own', async (_, status, model, token) => {
    const before = rig.provider.asked.length;
    const opened = client.open({ ...rig.site, ...(token === undefined ? {} : { token }) });
    const thrown = await thrownBy(opened.ask({ model, text: 'Hello' }));
    expect(opened.statusIn(thrown)).toBe(status);
    expect(rig.provider.asked).toHaveLength(before);
  });
});

it('is tried with fifteen ways to read a stream', () => {
  expect(new Set(readings.map(({ client, way }) => `${client.name} ${way}`)).size).toBe(15);
});

describe.each(readings)('$name', (reading) => {
  it('reads a stream that nobody cut', async () => {
    expect(await read(reading, 'Hello')).toBe(words.text);
  });

  it('throws wherever the connection of its provider breaks', async () => {
    const cuts = cutsFor(reading);
    const before = rig.provider.asked.length;
    expect(await takenForWhole(reading, cuts, orders.cutAt)).toEqual([]);
    // Some clients ask again by themselves what failed before its first word, unless they are told not to.
    expect(rig.provider.asked).toHaveLength(before + cuts.length);
  });
});

describe.each(barely)('$name', (reading) => {
  it('throws wherever its provider ends before it said that it is done', async () => {
    expect(await takenForWhole(reading, endsIn(reading), orders.endAfter)).toEqual([]);
  });
});

async function thrownBy(asking: Promise<unknown>): Promise<unknown> {
  const [asked] = await Promise.allSettled([asking]);
  return asked.status === 'rejected' ? asked.reason : undefined;
}

async function read({ client, upstream, way }: Reading, text: string): Promise<string> {
  const question = { model: modelOf(upstream), text };
  let all = '';
  for await (const piece of client.open(rig.site).stream(way, question)) all += piece;
  return all;
}

/** Where a client took a part for the whole. */
async function takenForWhole(
  reading: Reading,
  places: readonly number[],
  order: (place: number) => string,
): Promise<readonly number[]> {
  const whole: number[] = [];
  for (let from = 0; from < places.length; from += atOnce) {
    const some = places.slice(from, from + atOnce);
    const ends = await Promise.allSettled(some.map((place) => read(reading, order(place))));
    whole.push(...some.filter((_, index) => ends[index]?.status === 'fulfilled'));
  }
  return whole;
}
