import { type AuditDeed, type OpenedRoute, readConfiguration } from '@signet/contracts';
import { aRecord, noon } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import {
  ConfigurationNotTaken,
  type ConfigurationPublisher,
  createMemoryConfigurationHistory,
  type InForce,
  type SwitchVerdict,
} from '../ports/index.ts';
import { createConfigurationAdministration } from './configuration-administration.ts';

const textOfFile = 'version: 1\n';
const route = (path: string) =>
  `upstreams: { a: { targets: [{ url: 'http://127.0.0.1:1' }] } }\nroutes: [{ id: r, match: { methods: [GET], path: ${path} }, public: true, upstream: a }]\n`;
const refusedWith = (code: string, more: object = {}) => ({ refusal: { code, ...more } });

function read(text: string) {
  return readConfiguration(text, { fileName: 'applied' });
}

function configurationOf(text: string) {
  const reading = read(text);
  if (!reading.ok) throw new TypeError('The test is to be mended.');
  return reading.configuration;
}

/** Nodes on one history; each follows what is published at it, and `hear` tells it of the newest. */
function nodeOn(history = createMemoryConfigurationHistory()) {
  const deeds: AuditDeed[] = [];
  let inForce: InForce = {
    number: 0,
    text: undefined,
    textOfFile,
    configuration: configurationOf(textOfFile),
    version: '0',
  };
  let fault: Error | undefined;
  let opens: readonly OpenedRoute[] = [];
  let verdict: SwitchVerdict = { kind: 'passed' };
  let meanwhile = () => {};
  const meant: (readonly string[])[] = [];
  const follow = (number: number, text: string | undefined) => {
    const configuration = configurationOf(text ?? textOfFile);
    inForce = { number, text, textOfFile, configuration, version: String(number) };
    return inForce;
  };
  const publisher: ConfigurationPublisher = {
    inForce: () => inForce,
    read: async (text) => read(text ?? textOfFile),
    async tryOut() {
      if (fault !== undefined) throw new ConfigurationNotTaken(fault);
    },
    opened: () => opens,
    replay: (_configuration, records) => records.map((record) => ({ record, becomes: 'token_missing' })),
    async publish({ number, text }, keep) {
      if (fault !== undefined) throw new ConfigurationNotTaken(fault);
      return (await keep()) ? follow(number, text) : undefined;
    },
  };
  const administration = createConfigurationAdministration({
    history,
    publisher,
    async trySwitch(_before, _after, models) {
      meant.push(models);
      meanwhile();
      return verdict;
    },
    records: { recent: async () => [aRecord({ at: noon }), aRecord({ at: noon - 9 })] },
    deed(action, parts) {
      const deed: AuditDeed = { at: noon, action, actor: { kind: 'account', id: 'usr_ada' }, ...parts };
      deeds.push(deed);
      return deed;
    },
  });
  return {
    history,
    administration,
    deeds,
    opening: (routes: readonly string[]) => {
      opens = routes.map((route) => ({ route, guarded: route }));
    },
    meant,
    switching: (given: SwitchVerdict) => {
      verdict = given;
    },
    duringTests: (given: () => void) => {
      meanwhile = given;
    },
    changeByHand: (text: string) => {
      inForce = { ...inForce, textOfFile: text };
    },
    failWith: (error: Error | undefined) => {
      fault = error;
    },
    async hear() {
      const newest = await history.newest();
      if (newest !== undefined) follow(newest.number, newest.text);
    },
    inForce: () => inForce,
  };
}

describe('what the gateways follow', () => {
  it('is applied, told, and taken up again with who, when and what', async () => {
    const { administration, deeds } = nodeOn();
    const first = await administration.export();
    expect(first).toMatchObject({ number: 0, source: 'file', text: textOfFile });
    expect(await administration.check(route('/a'))).toEqual({
      ok: true,
      problems: [],
      changes: ['route r: added', 'upstream a: added'],
      etag: first.etag,
    });
    const applied = await administration.apply({ text: route('/a') }, first.etag);
    expect(applied).toMatchObject({ number: 1, changes: ['route r: added', 'upstream a: added'] });
    const second = await administration.apply({ text: route('/b') }, applied.etag);
    expect(second.changes).toEqual(['route r: match.path changed']);
    const back = await administration.rollBack({ number: 1 }, second.etag);
    expect((await administration.export()).text).toBe(route('/a'));
    const returned = await administration.rollBack({ number: 0 }, back.etag);
    expect(await administration.export()).toMatchObject({
      source: 'file',
      text: textOfFile,
      etag: returned.etag,
    });
    const { configurations } = await administration.list({ limit: 9 });
    expect(configurations.map(({ kind, restores, by }) => [kind, restores, by.id])).toEqual([
      ['returned', 0, 'usr_ada'],
      ['rolled_back', 1, 'usr_ada'],
      ['applied', undefined, 'usr_ada'],
      ['applied', undefined, 'usr_ada'],
    ]);
    expect(deeds.map(({ action, target }) => [action, target?.id])).toEqual([
      ['config.applied', '1'],
      ['config.applied', '2'],
      ['config.rolled_back', '3'],
      ['config.rolled_back', '4'],
    ]);
  });

  it('is replaced by one of two who saw the same, here', async () => {
    const { administration, history } = nodeOn();
    const { etag } = await administration.export();
    const rivals = ['/a', '/b', '/c'].map((path) => administration.apply({ text: route(path) }, etag));
    const outcomes = await Promise.allSettled(rivals);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject(refusedWith('configuration_changed'));
    }
    expect(await history.newestNumber()).toBe(1);
    await expect(administration.apply({ text: route('/d') }, etag)).rejects.toMatchObject(
      refusedWith('configuration_changed'),
    );
    await expect(administration.rollBack({ number: 0 }, etag)).rejects.toMatchObject(
      refusedWith('configuration_changed'),
    );
  });

  it('is replaced by one of two at different nodes that have not heard of each other', async () => {
    const history = createMemoryConfigurationHistory();
    const [one, other] = [nodeOn(history), nodeOn(history)];
    const { etag } = await one.administration.export();
    await one.administration.apply({ text: route('/a') }, etag);
    await expect(other.administration.apply({ text: route('/b') }, etag)).rejects.toMatchObject(
      refusedWith('configuration_changed'),
    );
    expect(other.inForce().number).toBe(0);
    await other.hear();
    const heard = await other.administration.export();
    expect((await other.administration.apply({ text: route('/b') }, heard.etag)).number).toBe(2);
  });

  it('keeps nothing of what reads badly, or what a gateway cannot take over', async () => {
    const { administration, history, failWith } = nodeOn();
    const { etag } = await administration.export();
    const bad = route('/a').replace('public: true, ', '');
    expect(await administration.check(bad)).toMatchObject({
      ok: false,
      changes: [],
      problems: [{ line: 2 }],
    });
    await expect(administration.apply({ text: bad }, etag)).rejects.toMatchObject(
      refusedWith('configuration_refused', {
        variant: 'problem',
        values: expect.objectContaining({ line: 2 }),
      }),
    );
    failWith(new Error('a worker said no'));
    const notTaken = refusedWith('configuration_refused', { variant: 'not_taken' });
    await expect(administration.check(route('/a'))).rejects.toMatchObject(notTaken);
    await expect(administration.apply({ text: route('/a') }, etag)).rejects.toMatchObject(notTaken);
    expect(await history.newestNumber()).toBe(0);
    failWith(undefined);
    expect((await administration.apply({ text: route('/a') }, etag)).number).toBe(1);
  });

  it('lets no model switch with which tests of prompts do not pass, by an apply or by taking up an older one', async () => {
    const { administration, switching, history, meant } = nodeOn();
    const { etag } = await administration.apply({ text: route('/a') }, (await administration.export()).etag);
    switching({ kind: 'failed', models: ['gpt', 'nano'], tests: ['a@1.0 one (p/m)'] });
    const names = '`--switch gpt --switch nano`';
    const failed = refusedWith('configuration_refused', {
      ...{ variant: 'switch', values: { tests: 'a@1.0 one (p/m)', names } },
    });
    await expect(administration.apply({ text: route('/b') }, etag)).rejects.toMatchObject(failed);
    await expect(administration.rollBack({ number: 0 }, etag)).rejects.toMatchObject(failed);
    switching({ kind: 'too-many', models: ['gpt'] });
    await expect(administration.apply({ text: route('/b') }, etag)).rejects.toMatchObject(
      refusedWith('configuration_refused', { variant: 'switch_untried' }),
    );
    expect(await history.newestNumber()).toBe(1);
    switching({ kind: 'passed' });
    await administration.apply({ text: route('/b'), switch: ['gpt'] }, etag);
    expect(meant.at(-1)).toEqual(['gpt']);
  });

  it('overwrites nothing that changed while tests ran', async () => {
    const { administration, duringTests, changeByHand, history } = nodeOn();
    const { etag } = await administration.export();
    duringTests(() => changeByHand('version: 1\nroutes: []\n'));
    await expect(administration.apply({ text: route('/a') }, etag)).rejects.toMatchObject(
      refusedWith('configuration_changed'),
    );
    expect(await history.newestNumber()).toBe(0);
  });

  it('opens no route to everyone that was not named, by an apply or by taking up an older one', async () => {
    const { administration, history, opening, deeds } = nodeOn();
    const { etag } = await administration.apply({ text: route('/a') }, (await administration.export()).etag);
    opening(['r', 'all']);
    expect((await administration.check(route('/b'))).changes.slice(0, 2)).toEqual([
      'route r: OPEN TO EVERYONE from now on',
      'route all: OPEN TO EVERYONE from now on',
    ]);
    const refusedFor = (routes: string, names: string) =>
      refusedWith('configuration_refused', { variant: 'opens', values: { routes, names } });
    const text = route('/b');
    for (const [open, routes, names] of [
      [undefined, 'r, all', '`--open r --open all`'],
      [[], 'r, all', '`--open r --open all`'],
      [['r', 'al', 'ALL'], 'all', '`--open all`'],
    ] as const) {
      const request = open === undefined ? { text } : { text, open };
      await expect(administration.apply(request, etag)).rejects.toMatchObject(refusedFor(routes, names));
    }
    await expect(administration.rollBack({ number: 0 }, etag)).rejects.toMatchObject(
      refusedFor('r, all', '`--open r --open all`'),
    );
    expect([await history.newestNumber(), deeds.length]).toEqual([1, 1]);
    const open = ['all', 'r', 'another'];
    const applied = await administration.apply({ text, open }, etag);
    expect(applied.changes[0]).toBe('route r: OPEN TO EVERYONE from now on');
    expect((await administration.rollBack({ number: 1, open }, applied.etag)).number).toBe(3);
  });

  it('is as it was where the store does not answer', async () => {
    const history = {
      ...createMemoryConfigurationHistory(),
      append: () => Promise.reject(new Error('away')),
    };
    const { administration, inForce } = nodeOn(history);
    const { etag } = await administration.export();
    await expect(administration.apply({ text: route('/a') }, etag)).rejects.toThrow('away');
    expect(inForce().number).toBe(0);
  });

  it('is tried on recorded calls, which are told by consumer and route, with examples', async () => {
    const { administration } = nodeOn();
    const tried = await administration.try({ text: route('/a'), since: noon });
    expect(tried).toMatchObject({ ok: true, calls: 1, from: noon, same: 0, furtherFlips: 0, cannotTell: [] });
    expect(tried.flips).toMatchObject([
      { count: 1, becomes: 'token_missing', examples: [expect.stringMatching(/^req_/)] },
    ]);
    const bad = await administration.try({ text: 'routs: []', since: 0 });
    expect(bad).toMatchObject({ ok: false, calls: 0, problems: [{ line: 1 }] });
  });

  it('is kept once where the same is applied again, and known by numbers that are kept', async () => {
    const { administration, history } = nodeOn();
    const { etag } = await administration.export();
    const applied = await administration.apply({ text: route('/a') }, etag);
    expect(await administration.apply({ text: route('/a') }, applied.etag)).toMatchObject({
      number: 1,
      changes: [],
    });
    expect(await history.newestNumber()).toBe(1);
    for (const number of [2, 99]) {
      const unknown = refusedWith('configuration_unknown');
      await expect(administration.show(number)).rejects.toMatchObject(unknown);
      await expect(administration.rollBack({ number }, applied.etag)).rejects.toMatchObject(unknown);
    }
  });
});
