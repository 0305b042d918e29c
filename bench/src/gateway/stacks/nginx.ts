import { nginxCommand } from '../nginx-command.ts';
import type { Site } from '../site.ts';
import type { Stack } from './stack.ts';

export const nginx: Stack = {
  name: 'nginx',
  title: 'nginx, plain proxy, no JWT',
  checksTokens: false,
  needs: 'nginx',
  prepare: (site, program) => nginxCommand(program, site.folder, 'proxy', proxy(site)),
};

function proxy({ port, upstreamPort, tls }: Site): string {
  const listen =
    tls === undefined
      ? `listen 127.0.0.1:${port} backlog=1024;`
      : `listen 127.0.0.1:${port} ssl http2 backlog=1024; ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};`;
  return `
  upstream api { server 127.0.0.1:${upstreamPort}; keepalive 128; keepalive_requests 1000000000; }
  server {
    ${listen}
    location / {
      proxy_pass http://api;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }`;
}
