import type { StepFacts } from '@signet/contracts';
import type { Era } from './revisions.ts';
import type { ToolCost } from './tool-rules.ts';

/** What is known of a message to a server of tools: told once, and filled in on the way. */
export interface McpTrace {
  readonly step: 'forward';
  readonly toolServer: string;
  readonly method: string;
  readonly caller: Era;
  readonly upstream: Era;
  tool: string | undefined;
  /** Of the definition that was in force. */
  digest: string | undefined;
  /** Once it was asked for. */
  cost: ToolCost | undefined;
}

const longestText = 256;

export function mcpFacts(told: McpTrace): StepFacts {
  const { toolServer, method, caller, upstream, tool, digest, cost } = told;
  return {
    toolServer,
    toolMethod: method.slice(0, longestText),
    spoken: caller === upstream ? caller : `${caller} → ${upstream}`,
    ...(tool === undefined ? {} : { tool: tool.slice(0, longestText) }),
    ...(digest === undefined ? {} : { toolDigest: digest }),
    ...(cost === undefined ? {} : { costMicros: cost.micros, currency: cost.currency }),
  };
}
