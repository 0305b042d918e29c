import { Agent } from 'node:http';
import { fuzzRuns } from '@signet/token/testing/fuzz-runs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerShapes } from './testing/chaos/answer-shapes.ts';
import { call, type Outcome } from './testing/chaos/call.ts';
import { type AnswerPlan, HostileUpstream } from './testing/chaos/hostile-upstream.ts';
import { mutate, mutation } from './testing/chaos/mutations.ts';
import { requestShapes } from './testing/chaos/request-shapes.ts';
import { SaneClients } from './testing/chaos/sane-clients.ts';
import { taggedEcho } from './testing/chaos/tagged-echo.ts';
import { playWildClient, type WildPlan } from './testing/chaos/wild-client.ts';
import { TestGateway } from './testing/test-gateway.ts';
import { unheardErrors } from './testing/unheard-errors.ts';

const atOnce = 16;

const routes = `
  - { id: open, public: true, match: { methods: [GET, POST], path: '/open/{rest*}' }, upstream: api }
  - { id: hostile, public: true, match: { methods: [GET], path: '/hostile/{tag}' }, upstream: hostile }
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    upstream: api`;

let rig: TestGateway;
let hostile: HostileUpstream;
let sane: SaneClients;
const agent = new Agent({ keepAlive: true });
const warnings: Error[] = [];
const keepWarning = (warning: Error): void => void warnings.push(warning);
let listenersBefore: object;

beforeAll(async () => {
  hostile = await HostileUpstream.start();
  rig = await TestGateway.start();
  rig.upstream.answer = taggedEcho;
  const upstreams = `
  api: { targets: [{ url: ${rig.upstream.url} }] }
  hostile: { targets: [{ url: ${hostile.url} }] }`;
  rig.gateway.swap(rig.compile({ upstreams, routes }));
  listenersBefore = listeners();
  process.on('warning', keepWarning);
  sane = new SaneClients(rig.port, 3);
});
afterAll(async () => {
  process.off('warning', keepWarning);
  agent.destroy();
  await rig.close();
  await hostile.close();
});

/** How many listeners the server has for each event. */
function listeners(): object {
  const { server } = rig.gateway;
  return Object.fromEntries(server.eventNames().map((name) => [String(name), server.listenerCount(name)]));
}

let lastTag = 0;

function newTag(): string {
  lastTag += 1;
  return `wild-${lastTag}-end`;
}

async function inBatches<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await Promise.all(items.slice(from, from + atOnce).map(run));
  }
}

/** Every answer on a connection belongs to a request that was sent on it. */
async function playAndCheck(plan: WildPlan): Promise<void> {
  const sent = plan.pieces.join('');
  const received = await playWildClient(rig.port, plan);
  for (const [tag] of received.matchAll(/(?:wild|sane)-[\d-]+(?:end)?/g)) expect(sent).toContain(tag);
}

async function ask(tag: string, plan: AnswerPlan): Promise<Outcome> {
  hostile.plans.set(tag, plan);
  const outcome = await call({ port: rig.port, agent, method: 'GET', path: `/hostile/${tag}`, tag });
  hostile.plans.delete(tag);
  return outcome;
}

const breaks = ['fin', 'reset'] as const;

describe('beside clients and upstreams that break every rule', () => {
  const errors = unheardErrors();

  it('clients that break off at every byte take nothing with them', async () => {
    const plans = requestShapes.flatMap((shape) =>
      breaks.flatMap((leave) => {
        const bytes = shape(newTag());
        return Array.from({ length: bytes.length }, (_, at): WildPlan => {
          return { pieces: [bytes.slice(0, at + 1)], leave, turns: (at * 7) % 13, reads: true };
        });
      }),
    );
    await inBatches(plans, playAndCheck);
    expect(errors).toEqual([]);
  });

  it('an upstream that breaks off at every byte never has half an answer taken for the whole', async () => {
    const cases = answerShapes.flatMap((shape) =>
      breaks.flatMap((ending) => {
        const { length } = shape.write(newTag());
        return Array.from({ length: length + 1 }, (_, at) => ({ shape, ending, at }));
      }),
    );
    await inBatches(cases, async ({ shape, ending, at }) => {
      const tag = newTag();
      const outcome = await ask(tag, { bytes: shape.write(tag).slice(0, at), ending, turns: at % 3 });
      if (outcome.kind === 'broken' || outcome.status !== 200) return;
      if (shape.untilClose === true && ending === 'fin') expect(tag).toContain(outcome.body);
      else expect(outcome.body).toBe(tag);
    });
    expect(errors).toEqual([]);
  });

  it('mutated requests, pipelined by clients that leave at any moment, are answered to nobody else', async () => {
    const wildClient = fc.record({
      shapes: fc.array(fc.constantFrom(...requestShapes), { minLength: 1, maxLength: 3 }),
      mutations: fc.array(mutation, { maxLength: 3 }),
      cuts: fc.array(fc.nat(600), { maxLength: 3 }),
      leave: fc.constantFrom(...breaks),
      turns: fc.nat(40),
      reads: fc.boolean(),
    });
    const batch = fc.array(wildClient, { minLength: atOnce, maxLength: atOnce });
    await fc.assert(
      fc.asyncProperty(batch, async (clients) => {
        await Promise.all(
          clients.map(({ shapes, mutations, cuts, ...plan }) => {
            const bytes = mutate(shapes.map((shape) => shape(newTag())).join(''), mutations);
            return playAndCheck({ ...plan, pieces: cut(bytes, cuts) });
          }),
        );
        expect(errors).toEqual([]);
      }),
      { ...fuzzRuns(40), endOnFailure: true },
    );
  });

  it('mutated answers reach nobody but who asked for them', async () => {
    const answer = fc.record({
      shape: fc.constantFrom(...answerShapes),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
      ending: fc.constantFrom(...breaks),
      turns: fc.nat(10),
    });
    const batch = fc.array(answer, { minLength: atOnce, maxLength: atOnce });
    await fc.assert(
      fc.asyncProperty(batch, async (answers) => {
        await Promise.all(
          answers.map(async ({ shape, mutations, ending, turns }) => {
            const tag = newTag();
            const bytes = mutate(shape.write(tag), mutations);
            const outcome = await ask(tag, { bytes, ending, turns });
            if (outcome.kind === 'broken') expect(outcome.code).not.toMatch(/^HPE/);
            else
              for (const [found] of outcome.body.matchAll(/wild-\d+-end/g))
                expect(`${tag} ${bytes}`).toContain(found);
          }),
        );
        expect(errors).toEqual([]);
      }),
      { ...fuzzRuns(40), endOnFailure: true },
    );
  });

  it('sane clients get every answer right, and in the end nothing is left of it all', async () => {
    await sane.stop();
    expect(sane.wrong).toEqual([]);
    expect(sane.right).toBeGreaterThan(100);
    await expect.poll(() => rig.gateway.status().inFlight).toBe(0);
    expect(rig.gateway.status().counts.byCode).not.toHaveProperty('internal_error');
    expect(listeners()).toEqual(listenersBefore);
    expect(warnings).toEqual([]);
    agent.destroy();
    await expect.poll(() => connections()).toBe(0);
    await rig.gateway.close();
  });
});

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    rig.gateway.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

function cut(text: string, cuts: readonly number[]): string[] {
  const at = [...cuts.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return at
    .map((end, index) => text.slice(index === 0 ? 0 : at[index - 1], end))
    .filter((piece) => piece !== '');
}
