export type { Refusal, Refused, Verdict, Verified } from './verdict/verdict.ts';
export { refused, verified } from './verdict/verdict.ts';
export type { VerdictCode } from './verdict/verdict-code.ts';
export { verdictCodes } from './verdict/verdict-code.ts';
