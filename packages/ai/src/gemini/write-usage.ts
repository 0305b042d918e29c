import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Usage } from '../model/usage.ts';

/** Usage on Gemini's wire, where what was thought stands beside what was said. */
export function writeUsage(usage: Usage, notes: Notes): Readonly<Record<string, unknown>> {
  const { input, output, reasoning, cacheRead, cacheWrite5m = 0, cacheWrite1h = 0 } = usage;
  if (cacheWrite5m + cacheWrite1h > 0) notes.note('cache writes told');
  if (usage.iterations !== undefined) notes.note('iterations counted');
  if (Object.values(usage.others ?? {}).some((count) => count > 0)) notes.note('other counts');
  return known({
    promptTokenCount: input,
    candidatesTokenCount: Math.max(0, output - (reasoning ?? 0)),
    thoughtsTokenCount: reasoning,
    cachedContentTokenCount: cacheRead,
    totalTokenCount: input + output,
    promptTokensDetails: detailsOf({ AUDIO: usage.audioInput, IMAGE: usage.imageInput }, input),
    candidatesTokensDetails: detailsOf({ AUDIO: usage.audioOutput }, output - (reasoning ?? 0)),
    trafficType: usage.tier,
  });
}

/** Told where there is more than text. */
function detailsOf(
  others: Readonly<Record<string, number | undefined>>,
  sum: number,
): readonly unknown[] | undefined {
  const told = Object.entries(others).flatMap(([modality, tokenCount]) =>
    tokenCount === undefined ? [] : [{ modality, tokenCount }],
  );
  if (told.length === 0) return undefined;
  const rest = told.reduce((left, { tokenCount }) => left - tokenCount, sum);
  return [{ modality: 'TEXT', tokenCount: Math.max(0, rest) }, ...told];
}
