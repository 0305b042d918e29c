import type { DescribedToolsAnswer } from '@signet/contracts';

/** The servers of tools of the configuration. */
export interface ToolServerAdministration {
  /** Rejects with `tool_server_unknown`. */
  tools(name: string): Promise<DescribedToolsAnswer>;
}
