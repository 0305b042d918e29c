import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { request } from 'undici';
import type { Ground } from '../gateway/ground.ts';
import type { Site } from '../gateway/site.ts';
import { issueToken, withBadSignature } from '../gateway/tokens.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { measuredCore, pinned } from '../process/cores.ts';
import { type Kind, kinds, question } from './questions.ts';
import type { Stack } from './stacks.ts';

/** Microseconds of CPU for one answer of each kind. */
export type Costs = Readonly<Record<Kind['name'], number>>;

const connections = 16;
const warmUpSeconds = 2;
const startWaitMs = 60_000;
const path = '/v1/chat/completions';

/** Starts `stack` on its own core, proves that it answers and refuses as the table says, and measures it; undefined where it cannot be had. */
export async function measure(
  stack: Stack,
  ground: Ground,
  providerPort: number,
  signal: AbortSignal,
): Promise<Costs | undefined> {
  await using children = new Children(signal);
  const { issuer, site: common, tokensFile } = await ground.issued('RS256');
  const site: Site = { ...common, upstreamPort: providerPort, port: await freePort() };
  const command = await stack.prepare(site);
  if (command === undefined) return undefined;
  const started = await children.start(pinned(measuredCore, command));
  await untilListening(started, site.port, startWaitMs);
  const url = `http://127.0.0.1:${site.port}${path}`;
  const headers = ['content-type: application/json', ...stack.headers(site)];
  const token = issueToken(issuer, 0, Math.floor(Date.now() / 1_000));
  await checkHonesty(stack, { url, headers, token });
  const headersFile = join(site.folder, `${stack.name}-headers.txt`);
  await writeFile(headersFile, headers.join('\n'));
  const costs: Partial<Record<Kind['name'], number>> = {};
  for (const kind of kinds) {
    const bodyFile = join(site.folder, `${kind.name}.json`);
    await writeFile(bodyFile, question(kind));
    const target = { url, tokensFile, connections, question: { bodyFile, headersFile } };
    await ground.load(target, warmUpSeconds, signal);
    const before = await cpuMicros(started.pid);
    const { requests, failures } = await ground.load(target, ground.seconds, signal);
    const spent = (await cpuMicros(started.pid)) - before;
    if (failures > 0 || requests === 0)
      throw new Error(`${stack.name} failed ${failures} of ${requests} questions (${kind.name}).`);
    costs[kind.name] = spent / requests;
  }
  const { json = 0, short = 0, long = 0 } = costs;
  return { json, short, long };
}

interface Trial {
  readonly url: string;
  readonly headers: readonly string[];
  readonly token: string;
}

/** A figure of a gateway that gives other answers, or answers everybody, is none. Throws in words. */
async function checkHonesty(stack: Stack, { url, headers, token }: Trial): Promise<void> {
  const named = Object.fromEntries(headers.map((header) => header.split(/: (.*)/).slice(0, 2)));
  const ask = async (kind: Kind, shown: string) => {
    const body = question(kind);
    const options = {
      method: 'POST',
      headers: { ...named, authorization: `Bearer ${shown}` },
      body,
    } as const;
    const answer = await request(url, options);
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  for (const kind of kinds) {
    const { status, text } = await ask(kind, token);
    const pieces = text.split('your order is on its way').length - 1;
    if (status === 200 && pieces === (kind.chunks === 0 ? 24 : kind.chunks)) continue;
    throw new Error(
      `${stack.name} answered ${kind.name} with ${status} and ${pieces} pieces: ${text.slice(0, 500)}`,
    );
  }
  const [kind] = kinds;
  if (!stack.checksTokens || kind === undefined) return;
  const { status } = await ask(kind, withBadSignature(token));
  if (status !== 401) throw new Error(`${stack.name} answered a bad signature with ${status}, not with 401.`);
}
