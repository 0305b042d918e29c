import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSignet, type TestSignet } from '@signet/server/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

/** Keys of nobody's. */
const key = 'sk-0123456789abcdefWXYZ';
const wrongKey = 'sk-0123456789abcdefABCD';

const answerOfModel = readFileSync(
  new URL('../../../../../vectors/answers/openai/chat/openai-text.json', import.meta.url),
  'utf8',
);
const folder = temporaryFolder();
const data = join(folder.path, 'data');
let signet: TestSignet;
let provider: Server;
let url: string;

const provide = (words: readonly string[], input?: string) =>
  runInProcess(['llm', 'provider', ...words, '--data', data], {
    width: 200,
    ...(input === undefined ? {} : { input }),
  });

beforeAll(async () => {
  provider = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${key}`;
    const answer = request.url === '/v1/models' ? '{"data":[{"id":"small"}]}' : answerOfModel;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(isKnown ? answer : `{"error":"${request.headers.authorization}"}`);
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', () => done()));
  url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1`;
  signet = await startSignet(data, { flags: { workers: '2' } });
}, 30_000);
afterAll(async () => {
  await signet.close();
  provider.closeAllConnections();
  await new Promise((done) => provider.close(done));
  folder[Symbol.dispose]();
});

describe('signet llm provider', () => {
  it('adds one by a key that comes in, lists, tests and removes it, and shows its key nowhere', async () => {
    const add = ['add', 'local', '--kind', 'openai-compatible', '--url', url];
    const added = await provide(add, `${key}\n`);
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('local/MODEL') });
    expect(added.out).toContain(`Base URL  ${signet.gateway}/llm/v1`);
    expect(signet.models).toEqual([]);
    const listed = await provide(['list']);
    expect(listed.out).toMatch(/local\s+openai-compatible\s+http:\S+\s+…WXYZ\s+\S+.*\s+used/);
    const tested = await provide(['test', 'local']);
    expect(tested).toMatchObject({ code: 0, out: expect.stringContaining('local/small') });
    const replaced = await provide(add, `${wrongKey}\n`);
    expect(replaced.out).toContain('another key');
    const refused = await provide(['test', 'local']);
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('does not take the key') });
    const removed = await provide(['remove', 'local']);
    expect(removed.code).toBe(0);
    const again = await provide(['remove', 'local']);
    expect([again.code === 0, again.err]).toEqual([false, expect.stringContaining('was added')]);
    const all = [added, listed, tested, replaced, refused, removed, again];
    const said = all.map(({ out, err }) => out + err).join();
    for (const each of [key, wrongKey]) expect(said).not.toContain(each);
  });

  it('reaches each process of the gateway without a restart, and leaves each', async () => {
    await runInProcess(['login', 'demo', '--data', data], { input: `${signet.password('demo')}\n` });
    const session = await runInProcess(['session', 'token', '--json', '--data', data]);
    const { accessToken } = JSON.parse(session.out) as { readonly accessToken: string };
    /** Connections of their own, so that both processes are asked. */
    const ask = async () => {
      const answers = Array.from({ length: 8 }, async () => {
        const { status } = await fetch(`${signet.gateway}/llm/v1/chat/completions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${accessToken}`, connection: 'close' },
          body: JSON.stringify({ model: 'local/small', messages: [{ role: 'user', content: 'Hello' }] }),
        });
        return status;
      });
      return [...new Set(await Promise.all(answers))];
    };
    expect(await ask()).toEqual([404]);
    await provide(['add', 'local', '--kind', 'openai-compatible', '--url', url], `${key}\n`);
    expect(await ask()).toEqual([200]);
    // By another key, from the first question on.
    await provide(['add', 'local', '--kind', 'openai-compatible', '--url', url], `${wrongKey}\n`);
    expect(await ask()).toEqual([502]);
    await provide(['remove', 'local']);
    expect(await ask()).toEqual([404]);
    for (const each of [key, wrongKey]) expect(signet.logged()).not.toContain(each);
  });

  it.each([
    ['no key', ['add', 'openai'], '\n', 'No key came in'],
    ['another kind', ['add', 'bedrock'], `${key}\n`, '--kind'],
    ['no address', ['add', 'local', '--kind', 'openai-compatible'], `${key}\n`, 'https'],
    ['a key in an address', ['add', 'openai', '--url', 'https://a:b@x.example'], `${key}\n`, 'https'],
  ])('adds nothing by %s', async (_, words, input, said) => {
    const { code, out, err } = await provide(words, input);
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toContain(said);
    expect(err).not.toContain(key);
    expect((await provide(['list'])).out).toContain('None was added');
  });
});
