import { countOf } from '../fields/count-of.ts';
import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Iteration, Usage } from '../model/usage.ts';

/**
 * Usage as the model counts it: Anthropic's `input_tokens` leaves out what its cache read and wrote, and its sums leave out
 * iterations of other models, of compaction and of an attempt that failed, which are billed all the same.
 * Undefined where it does not say what went in and what came out.
 */
export function readUsage(fields: Fields): Usage | undefined {
  const counted = countsOf(fields);
  const iterations = fields.each('iterations').flatMap(readIteration);
  const tier = fields.text('service_tier');
  const others = othersOf(fields.below('server_tool_use'));
  fields.leave();
  if (counted === undefined) return undefined;
  const sums: Usage = iterations.length === 0 ? counted : { ...counted, ...sumOf(iterations) };
  const listed = iterations.length === 0 ? undefined : iterations;
  return known({ ...sums, tier, iterations: listed, others });
}

function readIteration(fields: Fields): readonly Iteration[] {
  const counted = countsOf(fields);
  const more = known({ model: fields.text('model'), purpose: fields.text('type') });
  fields.leave();
  return counted === undefined ? [] : [{ ...counted, ...more }];
}

function countsOf(fields: Fields): Usage | undefined {
  const fresh = countOf(fields, 'input_tokens');
  const output = countOf(fields, 'output_tokens');
  const cacheRead = countOf(fields, 'cache_read_input_tokens');
  const { cacheWrite5m, cacheWrite1h } = writesOf(fields);
  const reasoning = detailOf(fields.below('output_tokens_details'));
  if (fresh === undefined || output === undefined) return undefined;
  const input = fresh + (cacheRead ?? 0) + (cacheWrite5m ?? 0) + (cacheWrite1h ?? 0);
  return {
    provenance: 'provider',
    input,
    output,
    ...known({ cacheRead, cacheWrite5m, cacheWrite1h, reasoning }),
  };
}

/**
 * The sum of writes is told at the end of a stream, how it divides by duration only at its beginning: what the division
 * does not cover was written for five minutes, as is usual, unless only the hour was used.
 */
function writesOf(fields: Fields): Pick<Usage, 'cacheWrite5m' | 'cacheWrite1h'> {
  const sum = countOf(fields, 'cache_creation_input_tokens');
  const divided = fields.below('cache_creation');
  const short = divided && countOf(divided, 'ephemeral_5m_input_tokens');
  const long = divided && countOf(divided, 'ephemeral_1h_input_tokens');
  divided?.leave();
  if (sum === undefined) return known({ cacheWrite5m: short, cacheWrite1h: long });
  const rest = sum - (short ?? 0) - (long ?? 0);
  const onlyHour = (long ?? 0) > 0 && (short ?? 0) === 0;
  if (rest < 0)
    return onlyHour ? { cacheWrite5m: 0, cacheWrite1h: sum } : { cacheWrite5m: sum, cacheWrite1h: 0 };
  return onlyHour
    ? { cacheWrite5m: 0, cacheWrite1h: (long ?? 0) + rest }
    : { cacheWrite5m: (short ?? 0) + rest, cacheWrite1h: long ?? 0 };
}

function detailOf(details: Fields | undefined): number | undefined {
  const reasoning = details && countOf(details, 'thinking_tokens');
  details?.leave();
  return reasoning;
}

function othersOf(fields: Fields | undefined): Readonly<Record<string, number>> | undefined {
  if (fields === undefined) return undefined;
  const others = ['web_search_requests', 'web_fetch_requests', 'code_execution_requests'].flatMap((name) => {
    const count = countOf(fields, name);
    return count === undefined ? [] : [[name, count] as const];
  });
  fields.leave();
  return Object.fromEntries(others);
}

function sumOf(iterations: readonly Iteration[]): Pick<Usage, 'input' | 'output'> & Partial<Usage> {
  const sum = (name: 'input' | 'output' | 'cacheRead' | 'cacheWrite5m' | 'cacheWrite1h'): number =>
    iterations.reduce((total, each) => total + (each[name] ?? 0), 0);
  return {
    input: sum('input'),
    output: sum('output'),
    cacheRead: sum('cacheRead'),
    cacheWrite5m: sum('cacheWrite5m'),
    cacheWrite1h: sum('cacheWrite1h'),
  };
}
