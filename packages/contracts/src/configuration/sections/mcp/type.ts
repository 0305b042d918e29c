import type { SecretReference } from '../../fields/read-reference.ts';
import type { ConditionConfiguration, LimitConfiguration } from '../routes/type.ts';

/** Servers of tools (Model Context Protocol), and who may call which of their tools. */
export interface McpConfiguration {
  readonly servers: Readonly<Record<string, McpServer>>;
}

/** What may be asked of a server beside its tools. */
export type McpOffer = 'tools' | 'resources' | 'prompts' | 'completions';

export interface McpServer {
  /** Where it is asked; empty where its tools are this gateway's own. */
  readonly url: string;
  /** Absent: its tools are those of the server at `url`. */
  readonly own?: OwnTools;
  /** `stateless` since the revision of 2026-07-28, `sessions` before. */
  readonly speaks: 'stateless' | 'sessions';
  /** By which it is asked for everybody. Absent, and without `exchange`: it takes everybody. */
  readonly key?: SecretReference;
  /** By which it is asked for each caller on its own; never beside `key`. */
  readonly exchange?: McpExchange;
  /** Each person gives it a token of their own, which is kept sealed; never beside `key` and `exchange`. */
  readonly credential?: 'sealed';
  readonly offers: readonly McpOffer[];
  /** By the name that its server gives it. */
  readonly tools: Readonly<Record<string, McpTool>>;
  /** Each tool is offered, whatever its server says of it. */
  readonly dangerouslyTakeUnapprovedTools?: true;
  /** Milliseconds. */
  readonly connectTimeout: number;
  /** Milliseconds in which nothing comes, from the whole request sent. */
  readonly idle: number;
  /** Milliseconds for the whole answer to a call. */
  readonly whole: number;
}

/** What of this gateway is called as a tool, by whoever may call it anyway. */
export interface OwnTools {
  /** Absent: no prompt is. */
  readonly prompts?: OwnPrompts;
  /** Of routes with an upstream, by their ids. */
  readonly routes: readonly string[];
}

export interface OwnPrompts {
  /** On which they are asked. */
  readonly route: string;
  /** Such as `sum` or `sum@2`; the tool has the name before the version. */
  readonly names: readonly string[];
}

/** Token exchange (RFC 8693): the caller's token for one that its server alone takes. */
export interface McpExchange {
  readonly tokenEndpoint: string;
  readonly client: string;
  readonly secret: SecretReference;
  readonly audience: string;
  /** Absent: those that the issuer gives. */
  readonly scopes?: readonly string[];
}

export interface McpTool {
  /** Of the definition that somebody has approved, as `sha256:…`; absent: it waits for that. */
  readonly digest?: string;
  /** Of a tool of this gateway's own, what a model is told of it. */
  readonly description?: string;
  /** All of them. */
  readonly scopes: readonly string[];
  /** All of them must hold; absent where there are none. */
  readonly conditions?: readonly ConditionConfiguration[];
  readonly limit: readonly LimitConfiguration[];
  /** Of one call; absent: nothing that is counted here. */
  readonly cost?: McpCost;
}

export interface McpCost {
  /** Millionths of the currency. */
  readonly micros: number;
  /** Three letters, such as `USD`. */
  readonly currency: string;
}
