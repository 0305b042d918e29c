import { AnswerEar, judgeCase, Losses, type ModelEvent, type ModelRequest, type Usage } from '@signet/ai';
import {
  elapsed,
  type KeptAnswer,
  type KeptCall,
  type LlmConfiguration,
  type LlmProvider,
  type NotAskedReason,
  type RehearsedCase,
  type RehearsedSide,
  type RehearseRequest,
} from '@signet/contracts';
import { Schemas } from '../described/schemas.ts';
import { addedModel } from '../models/added-models.ts';
import { askDirectly, type DirectAnswer, type DirectParts } from '../models/ask-directly.ts';
import { billOfDirect, usageIn } from '../models/book-directly.ts';
import { type CompiledModel, type CompiledTarget, keyedBy, targetsOf } from '../models/compiled-llm.ts';
import { costAt } from '../models/model-trace.ts';
import { highestOf } from '../models/offer-of.ts';
import { spoken } from '../models/spoken.ts';
import { AccessTokens } from '../models/vertex/access-tokens.ts';
import type { SpendingLedger } from '../ports/index.ts';
import { reservationOf } from './rehearsal-budget.ts';
import { wishesOf } from './wishes-of.ts';

export interface RehearsalParts extends DirectParts {
  readonly ledger: SpendingLedger;
}

/** Undefined: there is no such model. */
export type RehearseCall = (kept: KeptCall, request: RehearseRequest) => Promise<RehearsedCase | undefined>;

type Asking = RehearsalParts & { readonly accessTokens: AccessTokens };

const schemas = new Schemas();
const mostLosses = 20;

/**
 * Asks another model what a kept call asked, once its rehearsal has the money for it, and says how its answer stands beside the one
 * that there was. Of what was asked and answered it tells nothing.
 */
export function createRehearseCall(given: RehearsalParts): RehearseCall {
  const parts = { ...given, accessTokens: new AccessTokens(given.askServer, given.now) };
  return async (kept, request) => {
    const model = modelOf(request.to, parts);
    return model === undefined ? undefined : rehearse(kept, request, model, parts);
  };
}

function modelOf(name: string, { llm }: Asking): Pick<CompiledModel, 'targets'> | undefined {
  const running = llm();
  const model = Object.hasOwn(running.models, name) ? running.models[name] : undefined;
  if (model !== undefined) return { targets: targetsOf(model.targets, running) };
  const own = addedModel(name, (provider) => addedIn(running, provider)?.kind);
  return own && { targets: targetsOf([{ ...own, weight: 1, lacks: [] }], running) };
}

/** One that was given by command; those of the configuration are asked by the names that it has for their models. */
function addedIn({ providers }: LlmConfiguration, name: string): LlmProvider | undefined {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  return provider?.keptKey === undefined ? undefined : provider;
}

async function rehearse(
  kept: KeptCall,
  request: RehearseRequest,
  { targets }: Pick<CompiledModel, 'targets'>,
  parts: Asking,
): Promise<RehearsedCase> {
  const question = questionOf(kept);
  if (question === undefined) return notAsked(kept, 'unreadable');
  // The first who has it, as a golden test does: a rehearsal compares models, and not who is well today.
  const target = targets
    .map((each) => keyedBy(each, parts.now().wall, () => true))
    .find((each) => each !== undefined);
  if (target === undefined) return notAsked(kept, 'no-key');
  const { provider, model } = target;
  const highest = highestOf(question, Buffer.byteLength(kept.question), target, parts.now().wall);
  const reservation = reservationOf(request, highest, { route: kept.route, provider, model });
  if (typeof reservation === 'string') return notAsked(kept, reservation);
  const reserved = await parts.ledger.reserve(reservation);
  if (reserved.kind !== 'reserved')
    return notAsked(kept, reserved.kind === 'refused' ? 'budget' : 'asked-before');
  const begun = parts.now().steady;
  const answered = await askDirectly(
    target,
    { request: question, from: kept.protocol, reference: 'rehearsal' },
    parts,
  );
  const took = Math.max(0, Math.round(elapsed(begun, parts.now().steady)));
  const usage = answered.kind === 'answered' ? usageIn(answered.events) : undefined;
  const bill = billOfDirect(answered, target, parts.now().wall);
  await (bill === 'nothing'
    ? parts.ledger.release(reservation.id)
    : parts.ledger.settle(reservation.id, bill));
  if (answered.kind === 'failed')
    return { ...about(kept), verdict: 'failed', findings: [], failure: answered.told, losses: [] };
  return judged(kept, { question, target, answered, usage, took }, parts);
}

interface Answered {
  readonly question: ModelRequest;
  readonly target: CompiledTarget;
  readonly answered: Extract<DirectAnswer, { kind: 'answered' }>;
  readonly usage: Usage | undefined;
  readonly took: number;
}

function judged(
  kept: KeptCall,
  { question, target, answered, usage, took }: Answered,
  { now }: Asking,
): RehearsedCase {
  const losses = lossesOf(answered.losses);
  const { provider, model } = target;
  const cost = usage === undefined ? undefined : costAt(target, usage, now().wall);
  const after: RehearsedSide = {
    ...{ provider, model, took },
    ...(usage === undefined ? {} : { input: usage.input, output: usage.output }),
    ...(cost?.kind === 'known' ? { costMicros: cost.micros, currency: cost.currency } : {}),
  };
  const heard = heardIn(answered.events);
  if (heard === undefined)
    return { ...about(kept), after, verdict: 'failed', findings: [], failure: 'said too much', losses };
  const judgement = judgeCase({ before: kept.answer, after: heard }, wishesOf(question, schemas), losses);
  return { ...about(kept), ...judgement, after, losses };
}

/** Whole, as nobody reads along; undefined for one that no program of today reads. */
function questionOf({ protocol, question, asked }: KeptCall): ModelRequest | undefined {
  const address = protocol === 'gemini' ? { model: asked, stream: false } : undefined;
  const read = spoken[protocol].readRequest(JSON.parse(question), new Losses(), address);
  return 'failure' in read ? undefined : { ...read.request, stream: false, streamUsage: false };
}

function heardIn(events: readonly ModelEvent[]): KeptAnswer | undefined {
  const ear = new AnswerEar();
  for (const event of events) ear.take(event);
  return ear.answer;
}

/** What is only moved is no loss. */
function lossesOf({ told }: Losses): readonly string[] {
  return told
    .filter(({ of, fate }) => of === 'request' && fate !== 'moved')
    .slice(0, mostLosses)
    .map(({ path, fate }) => `${path} ${fate}`);
}

function notAsked(kept: KeptCall, because: NotAskedReason): RehearsedCase {
  return { ...about(kept), verdict: 'not-asked', findings: [], because, losses: [] };
}

function about({
  reference,
  provider,
  model,
  took,
  input,
  output,
  costMicros,
  currency,
}: KeptCall): Pick<RehearsedCase, 'reference' | 'before'> {
  return { reference, before: { provider, model, took, input, output, costMicros, currency } };
}
