export type { Finding, Span } from './finding.ts';
export type { LintOptions } from './lint-token.ts';
export { lintToken } from './lint-token.ts';
export type { SarifLog, SarifSource } from './to-sarif.ts';
export { toSarif } from './to-sarif.ts';
