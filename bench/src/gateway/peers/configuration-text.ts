import type { Site } from '../site.ts';

/** Wide enough for any load, so that they are counted and refuse nothing. */
const limits = 'limit: [{ rate: 100000/s, by: claims.sub }, { rate: 1000000/s, by: route }]';

/** The site as `signet.yaml` would say it. */
export function configurationText(given: Site): string {
  const { issuer, audience, algorithm, jwksUrl, upstreamPort, condition, full = false } = given;
  const cel = full ? "path.id == '1' && claims.client_id == 'bench'" : condition;
  const asked = cel === undefined ? '' : `, condition: ${JSON.stringify(cel)}`;
  const keys = algorithm === 'HS256' ? 'secret: env:BENCH_SECRET' : `jwks: ${jwksUrl}`;
  const headers = full
    ? 'x-user-id: claims.sub, x-client: claims.client_id, x-scope: claims.scope'
    : 'x-user-id: claims.sub';
  return `version: 1
identity: { audiences: ['${audience}'] }
issuers:
  bench:
    issuer: ${issuer}
    ${keys}
    algorithms: [${algorithm}]
upstreams:
  orders:
    targets: [{ url: http://127.0.0.1:${upstreamPort} }]
routes:
  - id: read-order
    match: { methods: [GET], path: '/orders/{id}' }
    auth: { issuer: bench, audience: '${audience}', scopes: [orders:read]${asked} }
    context: { headers: { ${headers} } }
    ${full ? limits : ''}
    upstream: orders
`;
}
