import type { Usage } from '@signet/ai';
import type { WallTime } from '@signet/contracts';
import { mostAmount, type Settlement } from '../ports/index.ts';
import type { Bill } from '../spending/spending.ts';
import type { CompiledTarget } from './compiled-llm.ts';
import { costAt } from './model-trace.ts';
import { rowOf } from './offer-of.ts';

/** What was seen of one question to one provider, whatever became of it. */
export interface Seen {
  /** Something of it may have come there. */
  readonly wasSent: boolean;
  /** The provider said that it does not answer, and nothing before. */
  readonly wasRefused: boolean;
  readonly streams: boolean;
  /** The provider has said that this is all. */
  readonly ended: boolean;
  readonly usage: Usage | undefined;
  /** Of the question, and of what the answer said until then. */
  readonly sentBytes: number;
  readonly heardBytes: number;
}

/** A provider that says nothing of its tokens is taken to count one for so many bytes: most text has less. */
const bytesOfToken = 2;

/**
 * What a provider bills for it. A part of an answer is billed by what the provider said of it and by what was heard; of a whole one
 * that never came nobody can say anything, and it counts as reserved.
 */
export function billOf(seen: Seen, target: CompiledTarget, at: WallTime): Bill {
  if (!seen.wasSent || seen.wasRefused) return 'nothing';
  const usage = soundUsage(seen);
  if (usage === undefined)
    return {
      ...{ cost: 'as-reserved', usage: { input: 0, output: 0 }, priced: rowOf(target, at) !== undefined },
      provenance: seen.ended ? 'estimated' : 'aborted-partial',
    };
  return settled(usage, target, at);
}

function settled(usage: Usage, target: CompiledTarget, at: WallTime): Settlement {
  const { input, output, provenance } = usage;
  const cost = costAt(target, usage, at);
  const micros = cost.kind === 'known' ? Math.min(cost.micros, mostAmount) : 0;
  return {
    cost: { micros, tokens: Math.min(input + output, mostAmount) },
    usage: { input, output },
    provenance,
    priced: cost.kind === 'known',
  };
}

/** Undefined where nobody can say. */
function soundUsage({ usage, ended, streams, sentBytes, heardBytes }: Seen): Usage | undefined {
  const heard = tokensIn(heardBytes);
  const isSound = usage !== undefined && isCount(usage.input) && isCount(usage.output);
  if (isSound && ended) return usage;
  if (isSound) return { ...usage, output: Math.max(usage.output, heard), provenance: 'aborted-partial' };
  if (!streams) return undefined;
  const provenance = ended ? 'estimated' : 'aborted-partial';
  return { input: tokensIn(sentBytes), output: heard, provenance };
}

function tokensIn(bytes: number): number {
  return Math.ceil(bytes / bytesOfToken);
}

function isCount(tokens: number): boolean {
  return Number.isSafeInteger(tokens) && tokens >= 0 && tokens <= mostAmount / 2;
}
