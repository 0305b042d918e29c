import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@signet/testing/processes';

/**
 * How to run nginx as one worker with `servers` (the inside of its `http` block), all of its files in `folder`,
 * no root needed. `name` tells two of them apart.
 */
export async function nginxCommand(
  program: string,
  folder: string,
  name: string,
  servers: string,
): Promise<Command> {
  const file = join(folder, `${name}.conf`);
  await writeFile(file, configuration(folder, name, servers));
  return { program, arguments: ['-p', folder, '-e', 'stderr', '-c', file] };
}

function configuration(folder: string, name: string, servers: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${join(folder, `${name}-${kind}`)};`,
  );
  return [
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(folder, `${name}.pid`)};`,
    'error_log stderr error;',
    'events { worker_connections 1024; }',
    'http {',
    ...temporary,
    '  access_log off;',
    '  keepalive_requests 1000000000;',
    servers,
    '}',
    '',
  ].join('\n');
}
