import { join } from 'node:path';
import { type DecisionRecord, readConfiguration, systemClocks, WatchedClocks } from '@signet/contracts';
import { compileSnapshot, createGateway } from '@signet/gateway';
import { createMemoryFeed, createMemoryLimiter } from '@signet/gateway/ports';
import { createSqlStores, openDatabase } from '@signet/store';
import { fetchDocument } from '@signet/trust/fetch-document';
import type { Site } from '../site.ts';
import { readSite } from './read-site.ts';

/** Signet's gateway as `signet start` runs it with one worker; the revocation feed never tires of being up to date. */
const site = readSite();
const signOfLifeMs = 1_000;
const writeRecordsMs = 200;

const reading = readConfiguration(configurationText(site), { fileName: 'signet.yaml' });
if (!reading.ok) throw new Error(JSON.stringify(reading.problems, undefined, 2));

const feed = createMemoryFeed();
setInterval(() => feed.signOfLife(), signOfLifeMs);

const { records } = createSqlStores(await openDatabase({ file: join(site.folder, `${site.port}.db`) }));
let waiting: DecisionRecord[] = [];
setInterval(writeRecords, writeRecordsMs);

const gateway = createGateway({
  snapshot: compileSnapshot(reading.configuration, { selfIssuer: 'http://localhost:9000' }),
  feed,
  limiter: createMemoryLimiter(),
  recorder: { record: (record) => waiting.push(record) },
  fetchDocument,
  clocks: new WatchedClocks(systemClocks),
  node: 'gateway-1',
});
await gateway.listen({ host: '127.0.0.1', port: site.port });

async function writeRecords(): Promise<void> {
  const batch = waiting;
  waiting = [];
  await records.append(batch);
}

function configurationText({ issuer, audience, jwksUrl, upstreamPort, condition }: Site): string {
  const asked = condition === undefined ? '' : `, condition: ${JSON.stringify(condition)}`;
  return `version: 1
identity: { audiences: ['${audience}'] }
issuers:
  bench:
    issuer: ${issuer}
    jwks: ${jwksUrl}
    algorithms: [RS256]
upstreams:
  orders:
    targets: [{ url: http://127.0.0.1:${upstreamPort} }]
routes:
  - id: read-order
    match: { methods: [GET], path: '/orders/{id}' }
    auth: { issuer: bench, audience: '${audience}', scopes: [orders:read]${asked} }
    context: { headers: { x-user-id: claims.sub } }
    upstream: orders
`;
}
