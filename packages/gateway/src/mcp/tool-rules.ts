import type { AskedRequest } from '@signet/conditions';
import type { SignetRefusal } from '@signet/contracts';
import { type Requirements, refuseLack, type TrustedToken } from '@signet/trust/bearer';
import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** What is asked of callers of a tool, and what a call is counted as. */
export interface ToolRule {
  /** Of the definition that somebody has approved; undefined while it waits for that. */
  readonly digest: string | undefined;
  readonly required: Requirements;
  readonly limits: readonly CompiledLimit[];
  /** Of each call; undefined where it costs nothing that is counted here. */
  readonly cost: ToolCost | undefined;
}

export interface ToolCost {
  /** Millionths of the currency. */
  readonly micros: number;
  readonly currency: string;
}

export interface ToolRules {
  /** By name. */
  readonly tools: ReadonlyMap<string, ToolRule>;
  /** Whatever its server says is offered, approved or not. */
  readonly takesUnapproved: boolean;
}

/** Who would call, and when. */
export interface ToolCaller {
  readonly token: TrustedToken;
  /** Seconds since the epoch. */
  readonly now: number;
  /** Seconds. */
  readonly clockSkew: number;
  readonly asked: () => AskedRequest;
}

export type ToolVerdict =
  | { readonly kind: 'offered'; readonly rule: ToolRule | undefined }
  /** For whoever asks there is no such tool; why, the operator is told. */
  | { readonly kind: 'hidden'; readonly note: string }
  /** More scopes would do. */
  | { readonly kind: 'lacking'; readonly refusal: SignetRefusal; readonly required: Requirements };

/** Whether a tool may be called, and is shown: one and the same question. */
export function judgeTool(tool: ToolDefinition, rules: ToolRules, caller: ToolCaller): ToolVerdict {
  const rule = rules.tools.get(tool.name);
  if (rule === undefined)
    return rules.takesUnapproved
      ? { kind: 'offered', rule }
      : { kind: 'hidden', note: 'Its server has a tool that nobody has approved' };
  if (!rules.takesUnapproved && rule.digest !== tool.digest) {
    const note =
      rule.digest === undefined
        ? `The tool waits for its approval: ${tool.digest}`
        : `The tool is not what was approved; its digest is now ${tool.digest}`;
    return { kind: 'hidden', note };
  }
  const lack = refuseLack(caller.token, rule.required, caller, caller.asked);
  if (lack === undefined) return { kind: 'offered', rule };
  return lack.code === 'scope_missing'
    ? { kind: 'lacking', refusal: lack, required: rule.required }
    : { kind: 'hidden', note: `The caller may not see this tool: ${lack.code}` };
}
