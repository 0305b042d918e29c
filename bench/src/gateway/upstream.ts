import { fileURLToPath } from 'node:url';
import { findProgram } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import type { Children, Command } from '@signet/testing/processes';
import { loadCore, pinned } from '../process/cores.ts';
import { nginxCommand } from './nginx-command.ts';

/** The API's whole answer. */
export const upstreamAnswer = '{"id":"1","status":"shipped","total":42}';

/** Starts the API behind every stack: nginx with a constant answer, or Node's own server where nginx is missing. */
export async function startUpstream(children: Children, folder: string): Promise<number> {
  const port = await freePort();
  const nginx = findProgram('nginx');
  const command = nginx === undefined ? nodeUpstream(port) : await nginxUpstream(nginx, folder, port);
  await untilListening(await children.start(pinned(loadCore, command)), port);
  return port;
}

function nginxUpstream(program: string, folder: string, port: number): Promise<Command> {
  const server = [
    '  default_type application/json;',
    `  server { listen 127.0.0.1:${port} backlog=1024; return 200 '${upstreamAnswer}'; }`,
  ];
  return nginxCommand(program, folder, 'upstream', server.join('\n'));
}

function nodeUpstream(port: number): Command {
  const script = fileURLToPath(new URL('./peers/upstream-api.ts', import.meta.url));
  return { program: process.execPath, arguments: [script, String(port), upstreamAnswer] };
}
