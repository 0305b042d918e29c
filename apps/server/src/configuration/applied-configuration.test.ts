import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { ConfigurationEntry } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { ConfigurationNotTaken, createMemoryConfigurationHistory } from '@signet/control/ports';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { firstEdition } from './first-edition.ts';
import { watchConfiguration } from './live-configuration.ts';
import { type LoadedConfiguration, readWholeFile } from './read-file.ts';
import { createOpened, createReplay } from './replay-records.ts';

const upstream = "upstreams: { a: { targets: [{ url: 'http://127.0.0.1:1' }] } }";
const withRoute = (path: string) =>
  `${upstream}\nroutes: [{ id: r, match: { methods: [GET], path: ${path} }, public: true, upstream: a }]\n`;
const pathOf = ({ configuration }: LoadedConfiguration) => configuration.routes[0]?.match.path;

const entryOf = (number: number, text?: string): ConfigurationEntry => ({
  number,
  at: number,
  by: { kind: 'operator' },
  kind: text === undefined ? 'returned' : 'applied',
  changes: [],
  ...(text === undefined ? {} : { text }),
});

/** One node with a file of its own, on a history that others may write to. */
async function nodeWith(fileText = withRoute('/file'), history = createMemoryConfigurationHistory()) {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const path = join(folder.path, 'signet.yaml');
  writeFileSync(path, fileText);
  const lines: string[] = [];
  const log = makeLogger(
    'debug',
    new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }),
  );
  const first = (follow: 'applied' | 'file' = 'applied') =>
    readWholeFile(path).then((file) => firstEdition(file, { history, follow, now: 5, log }));
  const swapped: string[] = [];
  let obstacle: Error | undefined;
  const live = watchConfiguration({
    running: await first(),
    history,
    async prepare() {
      if (obstacle !== undefined) throw obstacle;
    },
    swap: async (loaded) => void swapped.push(pathOf(loaded) ?? ''),
    replay: createReplay('http://localhost:1'),
    opened: createOpened('http://localhost:1'),
    poke: () => void swapped.push('told'),
    wall: new ManualClocks().wall,
    log,
  });
  onTestFinished(() => live.close());
  const apply = (number: number, text: string) =>
    live.publish({ number, at: number, text }, () => history.append(entryOf(number, text), 9));
  const block = (error: Error | undefined) => {
    obstacle = error;
  };
  return { live, history, swapped, first, apply, block, path, lines };
}

describe('what is applied at a node', () => {
  it('is followed once it is kept, and told to the others', async () => {
    const { live, swapped, apply } = await nodeWith();
    expect((await apply(1, withRoute('/one')))?.number).toBe(1);
    expect([pathOf(live.running()), swapped]).toEqual(['/one', ['/one', 'told']]);
  });

  it('changes nothing where one gateway cannot take it over, and is not kept', async () => {
    const { live, history, swapped, apply, block } = await nodeWith();
    block(new Error('gateway-2 said no'));
    await expect(apply(1, withRoute('/one'))).rejects.toBeInstanceOf(ConfigurationNotTaken);
    await expect(live.tryOut(live.running().configuration)).rejects.toThrow('gateway-2 said no');
    expect([await history.newestNumber(), pathOf(live.running()), swapped]).toEqual([0, '/file', []]);
  });

  it('changes nothing where it is not kept, for whatever reason', async () => {
    const { live, history, swapped } = await nodeWith();
    const edition = { number: 1, at: 1, text: withRoute('/one') };
    expect(await live.publish(edition, async () => false)).toBeUndefined();
    const lost = new Error('whether it was kept is not known');
    await expect(live.publish(edition, () => Promise.reject(lost))).rejects.toBe(lost);
    expect(
      await live.publish({ ...edition, number: 2 }, () => history.append(entryOf(2, 'x'), 9)),
    ).toBeUndefined();
    expect([await history.newestNumber(), pathOf(live.running()), swapped]).toEqual([0, '/file', []]);
  });

  it('is found again where the answer of the store was lost after it was kept', async () => {
    const { live, history } = await nodeWith();
    const edition = { number: 1, at: 1, text: withRoute('/one') };
    const lost = live.publish(edition, async () => {
      await history.append(entryOf(1, edition.text), 9);
      throw new Error('whether it was kept is not known');
    });
    await expect(lost).rejects.toThrow();
    await live.follow();
    expect(pathOf(live.running())).toBe('/one');
  });
});

describe('what was applied at another node', () => {
  it('is followed, and so is the file where that counts again', async () => {
    const { live, history } = await nodeWith();
    await history.append(entryOf(1, withRoute('/one')), 9);
    await live.follow();
    expect([pathOf(live.running()), live.state().applied?.number]).toEqual(['/one', 1]);
    await history.append(entryOf(2), 9);
    await live.follow();
    expect([pathOf(live.running()), live.inForce().number]).toEqual(['/file', 2]);
  });

  it('that does not fit to the file here is said once, and the old one goes on', async () => {
    const { live, history, lines } = await nodeWith();
    const foreign = `${withRoute('/one')}issuers: { e: { issuer: 'https://e.example', audience: a, algorithms: [HS256], secret: 'env:E' } }\n`;
    await history.append(entryOf(1, foreign), 9);
    for (let look = 0; look < 3; look += 1) await live.follow();
    expect(pathOf(live.running())).toBe('/file');
    expect(live.state().lastProblem?.problems[0]?.path).toBe('issuers.e');
    expect(lines.filter((line) => line.includes('the old one stays in force'))).toHaveLength(1);
  });

  it('is asked for again where the store was away, which is said once', async () => {
    const memory = createMemoryConfigurationHistory();
    let away = true;
    const newestNumber = () => (away ? Promise.reject(new Error('away')) : memory.newestNumber());
    const { live, lines } = await nodeWith(undefined, { ...memory, newestNumber });
    await memory.append(entryOf(1, withRoute('/one')), 9);
    for (let look = 0; look < 3; look += 1) await live.follow();
    expect(lines.filter((line) => line.includes('cannot be read'))).toHaveLength(1);
    away = false;
    await live.follow();
    expect(pathOf(live.running())).toBe('/one');
  });
});

describe('a start', () => {
  it('follows what was applied last, and says which sections of the file do not count', async () => {
    const { first, apply, lines } = await nodeWith();
    await apply(1, withRoute('/one'));
    lines.length = 0;
    const { loaded, edition, shadowed } = await first();
    expect([pathOf(loaded), edition.number, shadowed]).toEqual(['/one', 1, ['routes']]);
    expect(lines.join()).toContain('"sections":["routes"]');
  });

  it('does not begin where both do not fit together: it does not guess which routes are open', async () => {
    const { first, apply, path } = await nodeWith(`identity: { audiences: [a] }\n${withRoute('/file')}`);
    const text = `${upstream}\nissuers: { house: { self: true } }\nroutes: [{ id: r, match: { methods: [GET], path: /one }, auth: { issuer: house }, upstream: a }]\n`;
    await apply(1, text);
    writeFileSync(path, withRoute('/file'));
    await expect(first()).rejects.toMatchObject({
      refusal: { code: 'configuration_invalid', variant: 'applied', values: { number: 1 } },
    });
    expect(pathOf((await first('file')).loaded)).toBe('/file');
  });

  it('that is told to follow the file ends what was applied for all nodes, and keeps that', async () => {
    const { first, apply, history, live } = await nodeWith();
    await apply(1, withRoute('/one'));
    expect(pathOf((await first('file')).loaded)).toBe('/file');
    expect(await history.newest()).toMatchObject({ number: 2, kind: 'returned', by: { kind: 'server' } });
    await live.follow();
    expect(pathOf(live.running())).toBe('/file');
    expect((await first('file')).edition.number).toBe(2);
    expect(await history.newestNumber()).toBe(2);
  });
});
