import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../site.ts';
import type { Algorithm } from '../tokens.ts';
import type { Stack } from './stack.ts';

/** Remembers no token, so that one that is new to it costs what any other does. */
export function haproxy(name: string, algorithm: Algorithm): Stack {
  return {
    name,
    title: `HAProxy, jwt_verify ${algorithm}, iss, aud, exp`,
    checksTokens: true,
    needs: 'haproxy',
    algorithm,
    async prepare(site, program) {
      const file = join(site.folder, `${name}.cfg`);
      await writeFile(file, await configuration(site));
      return { program, arguments: ['-db', '-f', file] };
    },
  };
}

/** As in HAProxy's own guide to `jwt_verify`: algorithm first, then claims, then the signature. */
async function configuration(site: Site): Promise<string> {
  const { algorithm, verifyingKeyFile } = site;
  const key = algorithm === 'HS256' ? await readFile(verifyingKeyFile, 'utf8') : verifyingKeyFile;
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
  http-request deny deny_status 401 unless { var(txn.alg) -m str ${algorithm} }
  http-request deny deny_status 401 unless { var(txn.iss) -m str ${site.issuer} }
  http-request deny deny_status 401 unless { var(txn.aud) -m str ${site.audience} }
  http-request deny deny_status 401 unless { var(txn.exp),sub(txn.now) -m int gt 0 }
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_verify(txn.alg,"${key}") -m int 1 }
  default_backend api

backend api
  server api 127.0.0.1:${site.upstreamPort}
`;
}
