/** For the command that looks at a route by crooked requests; nothing of it serves anybody. */
export { type Examination, type ExamineOptions, examineRoute } from './examine-route.ts';
export type { Finding, FindingVerdict } from './judge.ts';
