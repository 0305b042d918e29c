import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { OutputFormat, ReasoningWish } from '../model/request.ts';
import type { AnthropicTraits } from './traits.ts';

type Wire = Readonly<Record<string, unknown>>;
type Effort = NonNullable<ReasoningWish['effort']>;

/** How many tokens an effort may cost where a model counts them in its place. */
const budgets: Readonly<Record<Exclude<Effort, 'none'>, number>> = {
  minimal: 1_024,
  low: 4_096,
  medium: 8_192,
  high: 16_384,
  xhigh: 32_768,
  max: 64_000,
};

const leastBudget = 1_024;

export interface ThinkingLimits {
  readonly traits: AnthropicTraits;
  readonly maxTokens: number;
  readonly notes: Notes;
  /** Why thinking would be refused with what else is asked; undefined where it would not. */
  readonly hindrance: string | undefined;
}

/** `thinking`, and what of `output_config` belongs to it. */
export function writeReasoning(
  wish: ReasoningWish | undefined,
  limits: ThinkingLimits,
): { readonly thinking?: Wire; readonly effort?: string } {
  if (wish === undefined) return {};
  if (wish.effort === 'none') return { thinking: { type: 'disabled' } };
  if (limits.hindrance !== undefined) {
    noteWish(limits.notes, 'reasoning', 'dropped', limits.hindrance);
    return {};
  }
  const display = wish.summary === undefined ? undefined : 'summarized';
  return limits.traits.thinks === 'by effort'
    ? byEffort(wish, display, limits.notes)
    : byBudget(wish, display, limits);
}

function byEffort(wish: ReasoningWish, display: string | undefined, notes: Notes) {
  const effort = wish.effort ?? nearest(wish.budget);
  if (wish.effort === 'minimal') noteWish(notes, 'effort', 'clamped', 'the least effort here is low');
  if (wish.effort === undefined && wish.budget !== undefined) {
    noteWish(
      notes,
      'budget of reasoning',
      'emulated',
      'these models think by an effort, the nearest was taken',
    );
  }
  return known({
    thinking: known({ type: 'adaptive', display }),
    effort: effort === 'minimal' ? 'low' : effort,
  });
}

/** The budget is a part of the limit of the answer, and has a least. */
function byBudget(wish: ReasoningWish, display: string | undefined, { maxTokens, notes }: ThinkingLimits) {
  const wished =
    wish.budget ?? budgets[wish.effort === undefined || wish.effort === 'none' ? 'medium' : wish.effort];
  if (wish.budget === undefined && wish.effort !== undefined) {
    noteWish(notes, 'effort', 'emulated', 'these models think by a number of tokens, the nearest was taken');
  }
  const budget = Math.max(leastBudget, Math.min(wished, maxTokens - 1));
  if (budget >= maxTokens) {
    noteWish(notes, 'reasoning', 'dropped', 'the limit of the answer leaves no room for it');
    return {};
  }
  if (budget !== wished && wish.budget !== undefined) {
    noteWish(
      notes,
      'budget of reasoning',
      'clamped',
      'it is from 1024 tokens to less than the limit of the answer here',
    );
  }
  return { thinking: known({ type: 'enabled', budget_tokens: budget, display }) };
}

function nearest(budget: number | undefined): Effort | undefined {
  if (budget === undefined) return undefined;
  const efforts = Object.entries(budgets) as readonly (readonly [Effort, number])[];
  return efforts.find(([, tokens]) => budget <= tokens)?.[0] ?? 'max';
}

function noteWish(
  notes: Notes,
  path: string,
  fate: 'clamped' | 'emulated' | 'dropped',
  reason: string,
): void {
  notes.losses.note({ path, of: 'request', fate, reason });
}

export function writeFormat(format: OutputFormat | undefined, notes: Notes): Wire | undefined {
  if (format === undefined) return undefined;
  if (format.kind === 'json-schema') return { type: 'json_schema', schema: format.schema };
  notes.note('JSON object');
  return { type: 'json_schema', schema: { type: 'object', additionalProperties: true } };
}
