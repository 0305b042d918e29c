import {
  type BudgetFacts,
  type HighestCost,
  highestCost,
  listedPrices,
  type ModelLimits,
  type ModelRequest,
  type PriceRow,
} from '@signet/ai';
import type { WallTime } from '@signet/contracts';
import type { Offer } from '../spending/spending.ts';
import type { AskedModel } from './asked-model.ts';
import type { CompiledTarget } from './compiled-llm.ts';
import { anthropicTraits, protocolWith } from './provider-wire.ts';

/** Of what nobody knows the price. */
const usualCurrency = 'USD';

/** What is to be asked of a target, and what that may cost at most. */
export function offerOf(
  { request, question }: Pick<AskedModel, 'request' | 'question'>,
  target: CompiledTarget,
  caller: Omit<BudgetFacts, 'provider' | 'model'>,
  at: WallTime,
): Offer {
  const most = highestOf(request, Buffer.byteLength(question.text), target, at);
  return offerAt(target, caller, { most, at });
}

/** The most that a question of so many bytes may cost at a target. */
export function highestOf(
  request: ModelRequest,
  bytes: number,
  target: CompiledTarget,
  at: WallTime,
): HighestCost {
  return highestCost(request, bytes, {
    rows: [rowOf(target, at)],
    limits: limitsOf(target, request.limits),
  });
}

/** The same, where it is known what that may cost. */
export function offerAt(
  target: CompiledTarget,
  caller: Omit<BudgetFacts, 'provider' | 'model'>,
  { most, at }: { readonly most: HighestCost; readonly at: WallTime },
): Offer {
  const { provider, model, whole } = target;
  return {
    facts: { ...caller, provider, model },
    most,
    currency: rowOf(target, at)?.currency ?? usualCurrency,
    deadline: whole,
  };
}

/** Its price; undefined where nobody knows it. */
export function rowOf({ prices, model }: CompiledTarget, at: WallTime): PriceRow | undefined {
  return prices === undefined ? undefined : listedPrices(prices, at)(model);
}

/** Anthropic is told a limit where the caller says none: it is one for us too. */
function limitsOf(target: CompiledTarget, { maxTokens }: { readonly maxTokens?: number }): ModelLimits {
  const { model, limits = {} } = target;
  if (protocolWith(target, 'chat') !== 'anthropic' || maxTokens !== undefined || limits.output !== undefined)
    return limits;
  return { ...limits, output: anthropicTraits(model).mostTokens };
}
