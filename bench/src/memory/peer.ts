import { readConfiguration, systemClocks, WatchedClocks } from '@signet/contracts';
import { compileSnapshot, createGateway } from '@signet/gateway';
import { createMemoryFeed, createMemoryLimiter } from '@signet/gateway/ports';
import { fetchDocument } from '@signet/trust/fetch-document';
import { readSite } from '../gateway/peers/read-site.ts';
import type { Site } from '../gateway/site.ts';

/** Signet's gateway with a limit for each subject: everything that it keeps by what strangers write. */
const site = readSite();
const signOfLifeMs = 1_000;

const reading = readConfiguration(configurationText(site), { fileName: 'signet.yaml' });
if (!reading.ok) throw new Error(JSON.stringify(reading.problems, undefined, 2));

const feed = createMemoryFeed();
setInterval(() => feed.signOfLife(), signOfLifeMs);

const gateway = createGateway({
  snapshot: compileSnapshot(reading.configuration, { selfIssuer: 'http://localhost:9000' }),
  feed,
  limiter: createMemoryLimiter(),
  recorder: { record: () => undefined, keep: () => undefined },
  fetchDocument,
  clocks: new WatchedClocks(systemClocks),
  node: 'gateway-1',
});
await gateway.listen({ host: '127.0.0.1', port: site.port });

function configurationText({ issuer, audience, jwksUrl, upstreamPort }: Site): string {
  return `version: 1
identity: { audiences: ['${audience}'] }
issuers:
  bench: { issuer: '${issuer}', jwks: '${jwksUrl}', algorithms: [ES256] }
upstreams:
  orders: { targets: [{ url: http://127.0.0.1:${upstreamPort} }] }
routes:
  - id: read-order
    match: { methods: [GET], path: '/orders/{id}' }
    auth: { issuer: bench, audience: '${audience}' }
    context: { headers: { x-user-id: claims.sub } }
    limit: [{ rate: 100/d, by: claims.sub }]
    upstream: orders
`;
}
