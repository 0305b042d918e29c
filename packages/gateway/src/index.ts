export { keepsAnswers } from './cache/compile-cache.ts';
export { deriveContextKeys } from './context/derive-keys.ts';
export type { Door } from './door.ts';
export type { Gateway, GatewayOptions, GatewayStatus } from './gateway.ts';
export { createGateway } from './gateway.ts';
export { createDescribeTools, type DescribeTools } from './mcp/describe-tools.ts';
export { type CallerProtocol, callerProtocolOf, callerProtocols } from './models/caller-protocol.ts';
export type { ModelKeyStatus } from './models/choosing/model-key-status.ts';
export { type LossesBefore, lossesBefore, type ToldLoss } from './models/losses-before.ts';
export { outliveErrors } from './outlive-errors.ts';
export { createRunTest, type TestParts } from './prompts/run-test.ts';
export { longestLine } from './recording/access-line.ts';
export { type HistogramReading, histogramBounds } from './recording/histogram.ts';
export {
  addReadings,
  noReadings,
  type Outcome,
  type Readings,
  type RequestCount,
  type ToldCount,
} from './recording/readings.ts';
export { createRehearseCall, type RehearsalParts } from './rehearsal/rehearse-call.ts';
export { openedRoutes } from './replay/opened-routes.ts';
export { recordedVerdict } from './replay/recorded.ts';
export { replay } from './replay/replay.ts';
export { type Held, hold, type Replayed, type Unknown } from './replay/replayed.ts';
export { certificateSaid } from './request/client-certificate.ts';
export { trustedProxies } from './request/trusted-proxies.ts';
export type { CompileOptions } from './snapshot/compile.ts';
export { compileSnapshot, type GatewayPart } from './snapshot/compile.ts';
export type { Snapshot } from './snapshot/snapshot.ts';
export type { TargetStatus } from './upstream/target.ts';
export type { UpstreamStatus } from './upstream/upstream.ts';
