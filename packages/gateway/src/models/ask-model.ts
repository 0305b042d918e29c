import { type Guard, Losses, withCarried } from '@signet/ai';
import { refusal, type SignetRefusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { holdBody } from '../described/hold-body.ts';
import { withoutSegments } from '../forwarding/upstream-request.ts';
import type { Journey } from '../journey.ts';
import { CallCache } from '../model-cache/call-cache.ts';
import { keyOf } from '../model-cache/key-of.ts';
import { guardsFor } from '../model-guards/compile-guards.ts';
import { ModelGuards } from '../model-guards/model-guards.ts';
import { promptDoorOf } from '../prompts/prompt-door.ts';
import { promptReader } from '../prompts/read-prompt.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import { notNeeded } from '../trace.ts';
import type { AskedModel } from './asked-model.ts';
import { type CompiledLlm, modelFor } from './compiled-llm.ts';
import { doorOf, type ModelDoor } from './door-of.ts';
import { askKept } from './kept/ask-kept.ts';
import { keepingOf, keptBy } from './kept/keeping.ts';
import { type KeptAnswers, keptAnswersFor } from './kept/kept-answers.ts';
import { listModels } from './list-models.ts';
import { ModelAnswer } from './model-answer.ts';
import { ModelCall, type ModelServices } from './model-call.ts';
import type { ModelTrace } from './model-trace.ts';
import { payerOf } from './payer.ts';
import { askPlain } from './plain/ask-plain.ts';
import { pointsElsewhere } from './points-elsewhere.ts';
import { memberOf, readQuestion } from './question.ts';
import { type CallSeals, callSealsFor } from './sealed/call-seals.ts';
import { spoken } from './spoken.ts';

const answeredHere = notNeeded('answered-here', 'forward');

/** Asks a model in place of an upstream: those who have it in their order, until one answers. */
export async function askModel(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  llm: CompiledLlm,
  services: ModelServices,
): Promise<Denial | undefined> {
  const { route, path } = admitted;
  const { call, live } = journey;
  const rest = withoutSegments(path, route.strip);
  const door =
    llm.prompts === undefined ? doorOf(head.method, rest, head.query) : promptDoorOf(head.method, rest);
  if (door === undefined || call.onlyAsked === true) return notHere(route.id);
  if (door.kind === 'list') return answerList(journey, head, llm, door);
  const claims = 'token' in admitted ? admitted.token.claims : {};
  const guards = guardsFor(llm.guards, claims, journey.at);
  if (door.kind === 'kept') {
    const { steady, seats, spending } = services;
    const payer = payerOf(journey, admitted, head, spending);
    return askKept(journey, admitted, { door, head, llm, guards, payer, steady, seats });
  }
  const asking =
    door.kind === 'prompt'
      ? await promptReader(door, { journey, head, admitted, llm, guards, prompts: services.prompts })
      : door;
  if (asking instanceof Denial) return asking;
  if (head.body.kind === 'none') return refuse(refusal('model_request_invalid.body', { found: 'no body' }));
  if (head.expectsContinue) call.answer.continue();
  const bytes = await holdBody(call.body, {
    maxBytes: live.snapshot.gateway.maxBodyBytes,
    patience: live.snapshot.gateway.requestTimeout,
    room: services.bodies,
    interruptible: (interrupt) => {
      journey.interrupt = interrupt;
    },
  });
  if (bytes instanceof Denial) return bytes;
  journey.held.push({ givenBack: () => services.bodies.give(bytes.length) });
  const payer = payerOf(journey, admitted, head, services.spending);
  const { headers } = head;
  const { steady, seats } = services;
  const isPrompt = typeof asking === 'function';
  if (!isPrompt && asking.kind === 'plain')
    return askPlain(journey, { door: asking, bytes, llm, guards, headers, steady, seats, payer });
  const asked = isPrompt
    ? asking(bytes)
    : readAsked(bytes, {
        ...{ door: asking, head, llm, guards, reference: journey.reference },
        seals: await callSealsFor(journey, admitted, asking.protocol),
        kept: asking.protocol === 'responses' ? await keptAnswersFor(journey, admitted) : undefined,
      });
  if (!('request' in asked)) return refuse(asked);
  const named = modelFor(llm, asked.request.model);
  if (named === undefined || named.targets.length === 0) return noTarget(asked);
  const model = keptBy(named, asked.keeping?.before);
  if (model.targets.length === 0) return refuse(keptElsewhere);
  const cache = cacheFor(journey, head, admitted, asked);
  return new ModelCall(journey, asked, { ...services, cache, payer, route: route.id }).ask(model);
}

/** Undefined where nothing is kept, of this question or at all. */
function cacheFor(
  journey: Journey,
  { headers }: RequestHead,
  admitted: Admitted,
  asked: AskedModel,
): CallCache | undefined {
  const { cache } = asked.llm;
  const said = valuesOf('cache-control', headers).join().toLowerCase();
  if (cache === undefined || asked.keeping !== undefined || said.includes('no-store')) return undefined;
  const key = keyOf(asked, admitted, cache);
  if (key === undefined) return undefined;
  const { models: answers } = journey.live.answers;
  return new CallCache({
    answers,
    cache,
    key,
    route: admitted.route.id,
    takesKept: !said.includes('no-cache'),
  });
}

interface Reading {
  readonly door: Extract<ModelDoor, { kind: 'ask' }>;
  readonly head: RequestHead;
  readonly llm: CompiledLlm;
  readonly guards: readonly Guard[];
  readonly reference: string;
  readonly seals: CallSeals | undefined;
  readonly kept: KeptAnswers | undefined;
}

function readAsked(bytes: Buffer, reading: Reading): AskedModel | SignetRefusal {
  const { door, head, llm, reference, seals } = reading;
  const { protocol, address } = door;
  if (address?.stream === true && !address.events)
    return refusal('model_request_invalid.reading', {
      reason: 'A stream is given as events alone: ask with alt=sse.',
    });
  const opened = seals?.open(bytes);
  const came = readQuestion(opened?.bytes ?? bytes);
  if (!('root' in came)) return came;
  const guards = new ModelGuards(reading.guards, came.text);
  const guarded = guards.guard(came);
  if (!('root' in guarded)) return guarded;
  const held = keepingOf(guarded, guards, reading.kept);
  if (!('question' in held)) return held;
  const { question, keeping } = held;
  if (address !== undefined && memberOf(question.root, 'model') !== undefined)
    return refusal('model_request_invalid.reading', { reason: 'The model stands in the address alone.' });
  const unread = new Losses();
  const read = spoken[protocol].readRequest(question.value, unread, address);
  if ('failure' in read) return refusal('model_request_invalid.reading', { reason: read.failure.message });
  const field = pointsElsewhere(
    keeping?.before === undefined
      ? question.value
      : { ...(question.value as object), previous_response_id: null },
  );
  if (field !== undefined) return refusal('model_request_invalid.elsewhere', { field });
  const request = { ...read.request, items: withCarried(read.request.items, opened?.carried ?? []) };
  const [version] = valuesOf('anthropic-version', head.headers);
  const [beta] = valuesOf('anthropic-beta', head.headers);
  const ownWords = protocol === 'anthropic';
  const caller = {
    ...{ stream: request.stream, reference },
    ...{ version: ownWords ? version : undefined, beta: ownWords ? beta : undefined },
  };
  const more = { ...(seals === undefined ? {} : { seals }), ...(keeping === undefined ? {} : { keeping }) };
  return { llm, protocol, request, unread, came, question, guards, caller, ...more };
}

function answerList(
  journey: Journey,
  { headers }: RequestHead,
  llm: CompiledLlm,
  door: Extract<ModelDoor, { kind: 'list' }>,
): undefined {
  journey.trace.tell(answeredHere);
  const nobody: ModelTrace = {
    ...{ step: 'forward', asked: '', caller: door.protocol, losses: new Losses() },
    ...{ target: undefined, upstream: undefined, usage: undefined, cost: undefined, passedOver: [] },
  };
  const isAnthropic = valuesOf('anthropic-version', headers).length > 0;
  new ModelAnswer(journey, nobody, true).whole(200, JSON.stringify(listModels(llm, door, isAnthropic)));
}

/** Which model a prompt has is not for who asks it. */
function noTarget({ request: { model }, own }: AskedModel): Denial {
  if (own === undefined) return refuse(refusal('model_unknown', { model }));
  const note = `The model ${model} of the prompt is none of \`llm.models\``;
  return new Denial('check-request', refusal('prompt_unknown', { prompt: own.asked }), { note });
}

const keptElsewhere = refusal('model_request_invalid.reading', {
  reason: 'Nobody who has this model keeps the answer that it goes on from.',
});

function refuse(told: SignetRefusal): Denial {
  return new Denial('check-request', told);
}

function notHere(route: string): Denial {
  const note = `Nothing is asked of a model at this address of route ${route}`;
  return new Denial('forward', refusal('route_not_found'), { note });
}
