export type { OperatorClaims } from './api/operator-credential.ts';
export {
  adminAudience,
  adminRole,
  deriveOperatorKey,
  operatorClaims,
  operatorCredential,
} from './api/operator-credential.ts';
export { parseStrictJson } from './api/strict-json.ts';
export type {
  ClaimPath,
  Configuration,
  GatewayConfiguration,
  IdentityConfiguration,
  IssuerConfiguration,
  LimitConfiguration,
  ProtectedRoute,
  PublicRoute,
  RemoteIssuer,
  RouteConfiguration,
  SelfIssuer,
  ServiceConfiguration,
  SignatureAlgorithm,
  UpstreamConfiguration,
} from './configuration/configuration.ts';
export { defaults } from './configuration/defaults.ts';
export type { DemoOptions } from './configuration/demo-configuration.ts';
export { demoConfiguration } from './configuration/demo-configuration.ts';
export type { ConfigurationProblem } from './configuration/problems/configuration-problem.ts';
export { renderConfigurationProblem } from './configuration/problems/configuration-problem.ts';
export { nearest } from './configuration/problems/nearest.ts';
export type { ConfigurationReading } from './configuration/read-configuration.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
export type {
  ControlCode,
  ErrorCode,
  ErrorEntry,
  GatewayCode,
  IdentityCode,
  StartupCode,
} from './errors/catalogue.ts';
export { errorCatalogue, errorCodes, isVerdictCode } from './errors/catalogue.ts';
export type { Problem } from './errors/problem.ts';
export { problemContentType, toProblem } from './errors/problem.ts';
export type { ProblemAnswer } from './errors/problem-answer.ts';
export { bearerChallenge, problemAnswer } from './errors/problem-answer.ts';
export { requestRefusal } from './errors/request-refusal.ts';
export { SignetError } from './errors/signet-error.ts';
export type { DecisionRecord, StepName, StepRecord, TokenSummary } from './events/decision-record.ts';
export { stepNames } from './events/decision-record.ts';
export type { RevocationEntry, RevocationReason, RevocationTarget } from './events/revocation.ts';
export type {
  AccountId,
  ClientId,
  FillRandom,
  Id,
  IdKind,
  KeyId,
  Reference,
  RefreshTokenId,
  SessionId,
  TokenId,
} from './ids/id.ts';
export { idPattern, idPrefixes, isId, newId } from './ids/id.ts';
