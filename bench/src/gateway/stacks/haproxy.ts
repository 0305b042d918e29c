import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../site.ts';
import type { Stack } from './stack.ts';

export const haproxy: Stack = {
  name: 'haproxy',
  title: 'HAProxy, jwt_verify RS256, iss, aud, exp',
  checksTokens: true,
  needs: 'haproxy',
  async prepare(site, program) {
    const file = join(site.folder, 'haproxy.cfg');
    await writeFile(file, configuration(site));
    return { program, arguments: ['-db', '-f', file] };
  },
};

/** As in HAProxy's own guide to `jwt_verify`: algorithm first, then claims, then the signature. */
function configuration(site: Site): string {
  return `global
  nbthread 1
  maxconn 4096

defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  http-reuse always

frontend gateway
  bind 127.0.0.1:${site.port}
  http-request deny deny_status 401 unless { req.hdr(authorization) -m found }
  http-request set-var(txn.bearer) http_auth_bearer
  http-request set-var(txn.alg) var(txn.bearer),jwt_header_query('$.alg')
  http-request set-var(txn.iss) var(txn.bearer),jwt_payload_query('$.iss')
  http-request set-var(txn.aud) var(txn.bearer),jwt_payload_query('$.aud')
  http-request set-var(txn.exp) var(txn.bearer),jwt_payload_query('$.exp','int')
  http-request set-var(txn.now) date()
  http-request deny deny_status 401 unless { var(txn.alg) -m str RS256 }
  http-request deny deny_status 401 unless { var(txn.iss) -m str ${site.issuer} }
  http-request deny deny_status 401 unless { var(txn.aud) -m str ${site.audience} }
  http-request deny deny_status 401 unless { var(txn.exp),sub(txn.now) -m int gt 0 }
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_verify(txn.alg,"${site.publicKeyFile}") -m int 1 }
  default_backend api

backend api
  server api 127.0.0.1:${site.upstreamPort}
`;
}
