import { type Guard, Losses, Notes, type PromptValues, renderPrompt, writeChatRequest } from '@signet/ai';
import {
  type FoundPrompt,
  isSameVersion,
  refusal,
  type SignetRefusal,
  type StoredPrompt,
  tellVersion,
  valuesSchema,
  versionFor,
} from '@signet/contracts';
import { Denial } from '../denial.ts';
import { namesIn } from '../described/broken-rule.ts';
import { bodyFault, typeFault } from '../described/read-body.ts';
import { Schemas } from '../described/schemas.ts';
import type { Journey } from '../journey.ts';
import { ModelGuards } from '../model-guards/model-guards.ts';
import type { AskedModel } from '../models/asked-model.ts';
import type { CompiledLlm } from '../models/compiled-llm.ts';
import { readQuestion } from '../models/question.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt } from '../token/claim-at.ts';
import type { KnownPrompts } from './known-prompts.ts';
import { lotOf } from './lot.ts';
import { type PromptDoor, tellDoor } from './prompt-door.ts';
import { promptWords } from './prompt-words.ts';

export interface PromptAsking {
  readonly journey: Journey;
  readonly head: RequestHead;
  readonly admitted: Admitted;
  readonly llm: CompiledLlm;
  /** That look at what this caller asks. */
  readonly guards: readonly Guard[];
  readonly prompts: KnownPrompts;
}

export type ReadPrompt = (bytes: Buffer) => AskedModel | SignetRefusal;

/** Of values and outputs alike; outlives snapshots, which know of no prompt. */
const schemas = new Schemas();

/** How the body of a request is read that asks for a prompt; all that speaks against it without its body is said before. */
export async function promptReader(door: PromptDoor, asking: PromptAsking): Promise<ReadPrompt | Denial> {
  const { journey, head, llm, prompts } = asking;
  const unreadable = typeFault(head.headers);
  if (unreadable !== undefined) return new Denial('check-request', unreadable);
  const isOffered = llm.prompts === 'all' || llm.prompts?.has(door.name) === true;
  let found: FoundPrompt | undefined;
  try {
    found = isOffered ? await prompts.find(door, journey.startedAt) : undefined;
  } catch (error) {
    const note = `The prompt could not be looked up: ${error instanceof Error ? error.name : typeof error}`;
    return new Denial('forward', refusal('store_unavailable'), { note });
  }
  if (found === undefined)
    return new Denial('check-request', refusal('prompt_unknown', { prompt: tellDoor(door) }));
  const prompt = givenTo(asking, found);
  return (bytes) => readPrompt(bytes, prompt, asking);
}

function givenTo({ admitted }: PromptAsking, { stable, canary, number }: FoundPrompt): StoredPrompt {
  if (canary === undefined) return stable;
  const token = 'token' in admitted ? admitted.token : undefined;
  const drawer = { issuer: token?.issuer ?? '', subject: token?.subject, prompt: stable.name, number };
  const version = versionFor(
    { stable: stable.version, canary: { version: canary.prompt.version, to: canary.to } },
    { lot: lotOf(drawer), claim: (name) => claimAt(token?.claims ?? {}, [name]) },
  );
  return isSameVersion(version, canary.prompt.version) ? canary.prompt : stable;
}

function readPrompt(
  bytes: Buffer,
  { name, version, definition }: StoredPrompt,
  { journey, head, llm, guards: looking }: PromptAsking,
): AskedModel | SignetRefusal {
  const schema = valuesSchema(definition);
  const holdAgainst = schemas.compile(schema);
  const maxBytes = journey.live.snapshot.gateway.maxBodyBytes;
  const fault = bodyFault(bytes, { required: true, maxBytes, holdAgainst, names: namesIn(schema) });
  if (fault !== undefined) return fault;
  const text = bytes.toString('utf8');
  // Placeholders that stand in the prompt itself are none of ours either.
  const guards = new ModelGuards(looking, text + JSON.stringify(definition));
  const masked = guards.values(text);
  if (typeof masked !== 'string') return masked;
  const stream = definition.output === undefined && wantsEvents(head.headers);
  const render = (given: string) => rendered(definition, JSON.parse(given), stream);
  const [{ question: came }, { request, question }] = [render(text), render(masked)];
  if (!('root' in question)) return question;
  if (!('root' in came)) return came;
  const { reference } = journey;
  return {
    ...{ llm, protocol: 'chat', request, came, question, guards, unread: new Losses() },
    caller: { stream, reference, version: undefined, beta: undefined },
    own: promptWords(`${name}@${tellVersion(version)}`, definition, schemas),
  };
}

function rendered(definition: StoredPrompt['definition'], values: PromptValues, stream: boolean) {
  const request = renderPrompt(definition, values, { stream });
  // By what was lost of it a strict route judges: as if its author had asked.
  const written = writeChatRequest(request, new Notes({ from: 'chat', to: 'chat', losses: new Losses() }));
  return { request, question: readQuestion(Buffer.from(JSON.stringify(written))) };
}

/** RFC 9110 §12.5.1, as the clients of events write it: by name. */
function wantsEvents(headers: readonly string[]): boolean {
  return valuesOf('accept', headers).some((value) =>
    /(?:^|,)\s*text\/event-stream\s*(?:[;,]|$)/i.test(value),
  );
}
