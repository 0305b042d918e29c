import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Iteration, Usage } from '../model/usage.ts';

/** Usage on Anthropic's wire: what the cache read and wrote is beside `input_tokens`, not within. */
export function writeUsage(usage: Usage, notes: Notes): Readonly<Record<string, unknown>> {
  noteUncounted(usage, notes);
  const { iterations, tier, others } = usage;
  return known({
    ...countsOf(toldAbove(usage)),
    service_tier: tier === 'default' ? 'standard' : tier,
    server_tool_use: others,
    iterations: iterations?.map(writeIteration),
  });
}

/** The sums of Anthropic's wire are of the model that answered alone: compaction, advisers and failed attempts stand beside. */
function toldAbove(usage: Usage): Usage {
  const { iterations = [], reasoning } = usage;
  const fallback = iterations.findLast(({ purpose }) => purpose === 'fallback_message');
  const own = fallback === undefined ? iterations.filter(({ purpose }) => purpose === 'message') : [fallback];
  if (own.length === 0) return usage;
  const sum = (name: 'input' | 'output' | 'cacheRead' | 'cacheWrite5m' | 'cacheWrite1h'): number =>
    own.reduce((total, each) => total + (each[name] ?? 0), 0);
  return {
    provenance: usage.provenance,
    input: sum('input'),
    output: sum('output'),
    cacheRead: sum('cacheRead'),
    cacheWrite5m: sum('cacheWrite5m'),
    cacheWrite1h: sum('cacheWrite1h'),
    ...known({ reasoning }),
  };
}

function writeIteration(iteration: Iteration): Readonly<Record<string, unknown>> {
  const { purpose = 'message', model } = iteration;
  return known({ type: purpose, model, ...countsOf(iteration) });
}

function countsOf(usage: Usage): Readonly<Record<string, unknown>> {
  const { input, output, cacheRead, cacheWrite5m, cacheWrite1h, reasoning } = usage;
  const written = (cacheWrite5m ?? 0) + (cacheWrite1h ?? 0);
  return known({
    input_tokens: Math.max(0, input - (cacheRead ?? 0) - written),
    ...(saysWrites(usage) && {
      cache_creation_input_tokens: written,
      cache_creation: {
        ephemeral_5m_input_tokens: cacheWrite5m ?? 0,
        ephemeral_1h_input_tokens: cacheWrite1h ?? 0,
      },
    }),
    cache_read_input_tokens: cacheRead,
    output_tokens: output,
    output_tokens_details: reasoning === undefined ? undefined : { thinking_tokens: reasoning },
  });
}

function saysWrites({ cacheWrite5m, cacheWrite1h }: Usage): boolean {
  return cacheWrite5m !== undefined || cacheWrite1h !== undefined;
}

function noteUncounted({ audioInput, audioOutput, imageInput }: Usage, notes: Notes): void {
  if ((audioInput ?? 0) + (audioOutput ?? 0) + (imageInput ?? 0) > 0) notes.note('audio and images counted');
}
