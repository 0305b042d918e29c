import {
  type Cost,
  costOf,
  type FindRow,
  type GuardTally,
  type Losses,
  listedPrices,
  type Protocol,
  type ProviderProtocol,
  type Usage,
} from '@signet/ai';
import type { StepFacts, WallTime } from '@signet/contracts';
import { guardsTold } from '../model-guards/model-guards.ts';
import type { CompiledTarget } from './compiled-llm.ts';
import type { PlainWish } from './plain/plain-door.ts';

/** What is known of a question to a model: told once, and filled in while the answer comes. */
export interface ModelTrace {
  readonly step: 'forward';
  readonly asked: string;
  readonly caller: Protocol;
  /** Its name with the version that was given. */
  readonly prompt?: string;
  /** Where it is no question for an answer. */
  readonly wish?: PlainWish;
  /** Of the last who was asked. */
  losses: Losses;
  target: CompiledTarget | undefined;
  upstream: ProviderProtocol | undefined;
  usage: Usage | undefined;
  cost: Cost | undefined;
  /** What it would have cost, where it is one that was kept. */
  saved?: Cost;
  /** What its guards found. */
  readonly guards?: GuardTally;
  /** Who was passed over or left, and why; empty where the first who was to be asked has answered. */
  passedOver: readonly string[];
}

const longestText = 256;
const mostLosses = 1_000;
const mostGuards = 1_000;
const mostPassedOver = 1_000;

export function modelFacts(trace: ModelTrace): StepFacts {
  const { asked, caller, losses, target, upstream, usage, cost, saved, guards, passedOver } = trace;
  const guarded = guards === undefined ? '' : guardsTold(guards, mostGuards);
  const lost = lossesTold(losses, mostLosses);
  return {
    modelAsked: asked.slice(0, longestText),
    model: target?.model ?? '',
    provider: target?.provider ?? '',
    spoken: upstream === undefined || upstream === caller ? caller : `${caller} → ${upstream}`,
    ...(usage === undefined ? {} : usageFacts(usage)),
    ...(cost?.kind === 'known' ? { costMicros: cost.micros, currency: cost.currency } : {}),
    ...(saved?.kind === 'known' ? { savedMicros: saved.micros } : {}),
    ...(guarded === '' ? {} : { guarded }),
    ...(lost === '' ? {} : { lost }),
    ...(passedOver.length === 0 ? {} : { passedOver: passedOver.join('; ').slice(0, mostPassedOver) }),
  };
}

function usageFacts({ input, output, cacheRead, provenance }: Usage): StepFacts {
  return {
    inputTokens: input,
    outputTokens: output,
    ...(cacheRead === undefined ? {} : { cacheReadTokens: cacheRead }),
    countedBy: provenance,
  };
}

/** `path fate, path fate …`, in printable ASCII, so that it may stand in a header. */
export function lossesTold(losses: Losses, most: number): string {
  const all = losses.told.map(({ path, fate }) => `${path.replace(/[^\x21-\x2b\x2d-\x7e]/g, '?')} ${fate}`);
  let text = '';
  for (const [at, one] of all.entries()) {
    const longer = text === '' ? one : `${text}, ${one}`;
    const left = all.length - at + losses.further;
    if (longer.length > most - 16) return `${text}, and ${left} more`;
    text = longer;
  }
  return losses.further === 0 ? text : `${text}, and ${losses.further} more`;
}

/** What an answer costs; unknown is never nothing. */
export function costAt(target: Pick<CompiledTarget, 'prices' | 'model'>, usage: Usage, at: WallTime): Cost {
  const { prices, model } = target;
  const find: FindRow = prices === undefined ? () => undefined : listedPrices(prices, at);
  try {
    return costOf(usage, model, find);
  } catch (error) {
    // Of counts that are no counts nobody can say what they cost.
    if (error instanceof RangeError) return { kind: 'unknown', model };
    throw error;
  }
}
