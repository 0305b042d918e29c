import { join } from 'node:path';
import { type DecisionRecord, readConfiguration, systemClocks, WatchedClocks } from '@signet/contracts';
import { compileSnapshot, createGateway } from '@signet/gateway';
import { createMemoryFeed, createMemoryLimiter } from '@signet/gateway/ports';
import { createSqlStores, openDatabase } from '@signet/store';
import { fetchDocument } from '@signet/trust/fetch-document';
import { readSite } from '../../gateway/peers/read-site.ts';
import { kinds, modelFor } from '../questions.ts';

/**
 * Signet's gateway as `signet start` runs it with one worker: token, policy, record and booking of each question. Further
 * arguments are the provider that is asked, and `budgets` where two of them count each question.
 */
const [provider, budgeted] = process.argv.slice(3);
const site = readSite();
const signOfLifeMs = 1_000;
const writeRecordsMs = 200;

const feed = createMemoryFeed();
setInterval(() => feed.signOfLife(), signOfLifeMs);

const stores = createSqlStores(await openDatabase({ file: join(site.folder, `${site.port}.db`) }));
let waiting: DecisionRecord[] = [];
setInterval(writeRecords, writeRecordsMs);

/** Wide enough for any load: they count everything, and refuse nothing. */
const budgets = `budgets:
  all: { most: 1000000000000 tokens, per: month }
  each: { most: 1000000000000 tokens, per: day, by: claims.sub }
`;

/** Each model of the stand-in, as OpenAI's and as Anthropic's. */
const models = kinds.map(modelFor);
const reading = readConfiguration(
  `version: 1
identity: { audiences: ['${site.audience}'] }
issuers:
  bench: { issuer: ${site.issuer}, jwks: ${site.jwksUrl}, algorithms: [RS256] }
llm:
  providers:
    openai: { kind: openai, url: http://127.0.0.1:${site.upstreamPort}/v1, key: 'env:BENCH_KEY' }
    anthropic: { kind: anthropic, url: http://127.0.0.1:${site.upstreamPort}, key: 'env:BENCH_KEY' }
  models:
${models.map((model) => `    ${model}: { targets: [{ provider: ${provider}, model: ${model} }] }`).join('\n')}
${budgeted === 'budgets' ? budgets : ''}routes:
  - id: models
    match: { methods: [POST], path: '/{rest*}' }
    auth: { issuer: bench, audience: '${site.audience}', scopes: [orders:read] }
    llm: { models: [${models.join(', ')}] }
`,
  { fileName: 'signet.yaml' },
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems, undefined, 2));

const gateway = createGateway({
  snapshot: compileSnapshot(reading.configuration, { selfIssuer: 'http://localhost:9000' }),
  feed,
  limiter: createMemoryLimiter(),
  ledger: stores.ledger,
  recorder: { record: (record) => waiting.push(record), keep: () => undefined },
  fetchDocument,
  readHanded: () => Promise.resolve(['bench']),
  clocks: new WatchedClocks(systemClocks),
  node: 'gateway-1',
});
await gateway.listen({ host: '127.0.0.1', port: site.port });

async function writeRecords(): Promise<void> {
  const batch = waiting;
  waiting = [];
  await stores.records.append(batch);
}
