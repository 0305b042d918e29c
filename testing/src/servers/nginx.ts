import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../machine/find-program.ts';
import { onFreePort } from '../ports/free-port.ts';
import { startGuarded } from './guarded-process.ts';

export interface NginxServer {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  stop(): Promise<void>;
}

export const nginxPrograms: readonly string[] = ['nginx'];

/** An nginx of its own on a free port; `server` is the inside of its `server` block. */
export function startNginx(server: string): Promise<NginxServer> {
  return onFreePort(async (port) => {
    const folder = await mkdtemp(join(tmpdir(), 'signet-nginx-'));
    const file = join(folder, 'nginx.conf');
    await writeFile(file, configuration(folder, port, server));
    const { stop } = await startGuarded({
      command: findProgram('nginx') ?? 'nginx',
      parameters: ['-p', folder, '-e', 'stderr', '-c', file],
      folder,
      stopSignal: 'TERM',
      ready: /start worker processes/,
    });
    return { url: `http://127.0.0.1:${port}`, stop };
  });
}

function configuration(folder: string, port: number, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  return `
daemon off;
worker_processes 1;
pid ${join(folder, 'pid')};
error_log stderr notice;
events { worker_connections 64; }
http {
  access_log off;
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    ${server}
  }
}
`;
}
