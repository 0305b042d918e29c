export type { AskedRequest } from './asked-request.ts';
export { type ClaimExpression, type ClaimInput, readClaimExpression } from './claim-expression.ts';
export {
  type Condition,
  type ConditionAnswer,
  type ConditionInput,
  type ConditionPlace,
  readCondition,
} from './condition.ts';
export { pathParameters } from './path-parameters.ts';
export { longestExpression, type Reading } from './read-expression.ts';
