import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { wholeNumber } from './fields.ts';

/** A tool as its server describes it now, and whether it is offered. */
export interface DescribedTool {
  readonly name: string;
  /** Of all that a model is shown of it: what `mcp.servers.NAME.tools` approves it by. */
  readonly digest: string;
  /**
   * `approved` is offered as it is; `waiting` is named without a digest; `changed` says something else than was approved;
   * `unnamed` stands in no configuration; `taken` is offered by `dangerouslyTakeUnapprovedTools`.
   */
  readonly state: 'approved' | 'waiting' | 'changed' | 'unnamed' | 'taken';
  /** As the server writes it: to be read before it is approved. */
  readonly definition: string;
}

/** `GET /admin/tool-servers/{name}/tools` */
export interface DescribedToolsAnswer {
  readonly server: string;
  /** `asked-for-each`: it is asked by a token of each caller, and nobody calls here. `own`: they are routes and prompts of this gateway. */
  readonly outcome: 'answers' | 'key-refused' | 'other-answer' | 'unreachable' | 'asked-for-each' | 'own';
  /** The status of its answer, where there was one. */
  readonly status?: number | undefined;
  readonly tools: readonly DescribedTool[];
  /** Named in the configuration, and the server has none of that name. */
  readonly missing: readonly string[];
}

export interface ToolServerParameters {
  readonly name: string;
}

export const toolServerParametersSchema: z.ZodType<ToolServerParameters, unknown> = z.strictObject({
  name: z
    .string({ error: phrases.tool_server })
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: phrases.tool_server }),
});

export const describedToolsAnswerSchema: z.ZodType<DescribedToolsAnswer, unknown> = z
  .object({
    server: z.string().max(63),
    outcome: z.enum(['answers', 'key-refused', 'other-answer', 'unreachable', 'asked-for-each', 'own']),
    status: wholeNumber.optional(),
    tools: z.array(
      z.object({
        name: z.string().max(128),
        digest: z.string().max(71),
        state: z.enum(['approved', 'waiting', 'changed', 'unnamed', 'taken']),
        definition: z.string(),
      }),
    ),
    missing: z.array(z.string().max(128)),
  })
  .meta({ id: 'DescribedTools' });
