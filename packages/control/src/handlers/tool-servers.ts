import type { Handlers } from '@signet/http';
import type { ToolServerAdministration } from '../ports/index.ts';

export function toolServerHandlers(servers: ToolServerAdministration): Handlers<'describeTools'> {
  return { describeTools: ({ parameters }) => servers.tools(parameters.name) };
}
