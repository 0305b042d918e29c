import { answerOf, failureIn, judgeAnswer, Losses, type ModelEvent, Notes, renderPrompt } from '@signet/ai';
import {
  type GoldenTest,
  type LlmConfiguration,
  type Moment,
  type PromptDefinition,
  valuesSchema,
} from '@signet/contracts';
import type { AskServer, ReadHanded } from '@signet/trust';
import { Schemas } from '../described/schemas.ts';
import { bedrockCredential } from '../models/bedrock/bedrock-credential.ts';
import { type CompiledTarget, keyedBy, targetsOf } from '../models/compiled-llm.ts';
import { pathOf } from '../models/provider-address.ts';
import { headersTo, protocolWith, writeRequest } from '../models/provider-wire.ts';
import { spokenByProviders } from '../models/spoken.ts';
import { AccessTokens } from '../models/vertex/access-tokens.ts';
import { promptWords } from './prompt-words.ts';

export interface TestParts {
  /** As it is in force. */
  readonly llm: () => LlmConfiguration;
  readonly readHanded: ReadHanded;
  readonly fetch: typeof fetch;
  /** By whom a service account is changed for a token. */
  readonly askServer: AskServer;
  readonly now: () => Moment;
}

type Asking = TestParts & { readonly accessTokens: AccessTokens };

/** Milliseconds for one answer: somebody waits. */
const patience = 60_000;
const mostBytes = 4 * 1024 * 1024;

const schemas = new Schemas();

/**
 * Asks the model of a prompt with the values of a test, as a route would, whoever of those that have it answers first: in what its
 * answer is not as it must be. Nothing of what was answered is told, and nothing of what a provider says of a failure.
 */
export function createRunTest(
  given: TestParts,
): (definition: PromptDefinition, test: GoldenTest) => Promise<readonly string[]> {
  const parts = { ...given, accessTokens: new AccessTokens(given.askServer, given.now) };
  return async (definition, { values, expect }) => {
    if (schemas.compile(valuesSchema(definition))(values) !== undefined)
      return ['has values that the prompt does not take'];
    const events = await answerTo(definition, values, parts);
    if (typeof events === 'string') return [events];
    const fault = promptWords('', definition, schemas).fault(events);
    if (fault !== undefined) return [fault];
    const answer = answerOf(events);
    const value = definition.output === undefined ? {} : { value: JSON.parse(answer.text) as unknown };
    return judgeAnswer(expect, { ...answer, ...value });
  };
}

type Events = readonly ModelEvent[];

async function answerTo(
  definition: PromptDefinition,
  values: GoldenTest['values'],
  parts: Asking,
): Promise<Events | string> {
  const llm = parts.llm();
  const model = Object.hasOwn(llm.models, definition.model) ? llm.models[definition.model] : undefined;
  if (model === undefined) return 'asks a model that is none of `llm.models`';
  let told = 'was asked of nobody';
  for (const choosable of targetsOf(model.targets, llm)) {
    const target = keyedBy(choosable, parts.now().wall, () => true);
    if (target === undefined) continue;
    const answered = await ask(target, definition, values, parts);
    if (typeof answered !== 'string') return answered;
    told = answered;
  }
  return told;
}

async function ask(
  target: CompiledTarget,
  definition: PromptDefinition,
  values: GoldenTest['values'],
  parts: Asking,
): Promise<Events | string> {
  const protocol = protocolWith(target, 'chat');
  const request = renderPrompt(definition, values, { stream: false });
  const notes = new Notes({ from: 'chat', to: protocol, losses: new Losses() });
  const base = parts.llm().providers[target.provider]?.url ?? '';
  const address = `${base}${pathOf(target, protocol, false)}`;
  const body = Buffer.from(JSON.stringify(writeRequest(request, notes, target)));
  const headers = await shownTo(target, { address, body }, parts);
  if (headers === undefined) return 'was not asked: no key is known';
  let bytes: string | undefined;
  try {
    const response = await parts.fetch(address, {
      method: 'POST',
      headers: pairsOf(headers),
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return `was answered with the status ${response.status}`;
    }
    bytes = await textOf(response);
  } catch (error) {
    // Whatever it is, the test has failed by it, and is told to have.
    return `was not answered (${error instanceof Error ? error.name : typeof error})`;
  }
  const events = bytes === undefined ? undefined : eventsIn(bytes, protocol);
  if (events === undefined || failureIn(events) !== undefined || !events.some(({ kind }) => kind === 'end'))
    return 'was answered with what cannot be read';
  return events;
}

/** Undefined where there is no key by which it could be asked. */
async function shownTo(
  target: CompiledTarget,
  { address, body }: { readonly address: string; readonly body: Buffer },
  { readHanded, accessTokens, now }: Asking,
): Promise<readonly string[] | undefined> {
  const caller = { stream: false, reference: 'prompt-test', version: undefined, beta: undefined };
  if (target.key === undefined) return headersTo(target, undefined, caller);
  const held = (await readHanded(target.key))[0]?.trim();
  const key = held !== undefined && target.kind === 'vertex' ? await accessTokens.get(held) : held;
  if (key === undefined) return undefined;
  const headers = headersTo(target, key, caller);
  if (target.kind !== 'bedrock') return headers;
  const { host, pathname, search } = new URL(address);
  const { region = '' } = target;
  const proof = bedrockCredential(key, { host, path: `${pathname}${search}`, body, region, at: now().wall });
  return proof === undefined ? undefined : [...headers, ...proof];
}

function eventsIn(text: string, protocol: ReturnType<typeof protocolWith>): Events | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return spokenByProviders[protocol].readAnswer(body, new Losses());
}

/** Undefined where it is too much. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let count = 0;
  for await (const piece of body ?? []) {
    count += piece.length;
    if (count > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function pairsOf(headers: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < headers.length; at += 2) pairs.push([headers[at] ?? '', headers[at + 1] ?? '']);
  return pairs;
}
