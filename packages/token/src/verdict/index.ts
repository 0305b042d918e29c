export { quote } from './quote.ts';
export type { Refusal, Refused, Verdict, Verified } from './verdict.ts';
export { refused, verified } from './verdict.ts';
export type { VerdictCode } from './verdict-code.ts';
export { verdictCodes } from './verdict-code.ts';
