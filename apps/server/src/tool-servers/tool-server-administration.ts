import { type McpConfiguration, refusal, SignetError } from '@signet/contracts';
import type { ToolServerAdministration } from '@signet/control/ports';
import type { DescribeTools } from '@signet/gateway';

/** @param running the configuration that runs */
export function createToolServerAdministration(
  running: () => McpConfiguration,
  describeTools: DescribeTools,
): ToolServerAdministration {
  return {
    async tools(name) {
      const { servers } = running();
      const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
      if (server === undefined)
        throw new SignetError(refusal('tool_server_unknown.configured', { server: name }));
      return describeTools(name, server);
    },
  };
}
