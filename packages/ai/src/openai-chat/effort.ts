import type { efforts, ReasoningWish } from '../model/request.ts';

type Effort = (typeof efforts)[number];

/** Up to how many tokens an effort goes, as providers draw the line. */
const upTo: readonly (readonly [number, Effort])[] = [
  [0, 'none'],
  [1_024, 'minimal'],
  [4_096, 'low'],
  [16_384, 'medium'],
  [32_768, 'high'],
  [65_536, 'xhigh'],
];

/** The effort that is nearest to a number of tokens; the effort itself where one is asked for. */
export function effortOf({ effort, budget }: ReasoningWish): Effort | undefined {
  if (effort !== undefined || budget === undefined) return effort;
  return upTo.find(([most]) => budget <= most)?.[1] ?? 'max';
}
