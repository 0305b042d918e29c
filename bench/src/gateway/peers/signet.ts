import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Configuration,
  type DecisionRecord,
  readConfiguration,
  systemClocks,
  WatchedClocks,
} from '@signet/contracts';
import { compileSnapshot, createGateway, type Snapshot } from '@signet/gateway';
import { createMemoryFeed, createMemoryLimiter } from '@signet/gateway/ports';
import { createSqlStores, openDatabase } from '@signet/store';
import { fetchDocument } from '@signet/trust/fetch-document';
import { configurationText } from './configuration-text.ts';
import { readSite } from './read-site.ts';
import { secureDoor } from './secure-door.ts';

/** Signet's gateway as `signet start` runs it with one worker; the revocation feed never tires of being up to date. */
const site = readSite();
const signOfLifeMs = 1_000;
const writeRecordsMs = 200;

const feed = createMemoryFeed();
revoke(site.revoked ?? 0);
setInterval(() => feed.signOfLife(), signOfLifeMs);

const { records } = createSqlStores(await openDatabase({ file: join(site.folder, `${site.port}.db`) }));
let waiting: DecisionRecord[] = [];
setInterval(writeRecords, writeRecordsMs);

const gateway = createGateway({
  snapshot: compile(),
  feed,
  limiter: createMemoryLimiter(),
  recorder: { record: (record) => waiting.push(record), keep: () => undefined },
  fetchDocument,
  readHanded: async () => [await readFile(site.verifyingKeyFile, 'utf8')],
  clocks: new WatchedClocks(systemClocks),
  node: 'gateway-1',
  ...(site.tls === undefined ? {} : { door: await secureDoor(site.tls) }),
});
process.on('SIGHUP', () => gateway.swap(compile()));
await gateway.listen({ host: '127.0.0.1', port: site.port });

/** As at the start and at each reload. */
function compile(): Snapshot {
  const reading = readConfiguration(configurationText(site), { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, undefined, 2));
  const configuration = withOtherRoutes(reading.configuration, site.otherRoutes ?? 0);
  return compileSnapshot(configuration, { selfIssuer: 'http://localhost:9000' });
}

async function writeRecords(): Promise<void> {
  const batch = waiting;
  waiting = [];
  await records.append(batch);
}

/** Tokens that nobody sends, for as long as the bench lasts. */
function revoke(count: number): void {
  const revokedAt = Date.now();
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const target = { kind: 'token', issuer: site.issuer, jti: `revoked-${sequence}` } as const;
    feed.publish({
      sequence,
      target,
      reason: 'administrator',
      revokedAt,
      forgetAfter: revokedAt + 86_400_000,
    });
  }
}

/** More routes than a file of `signet.yaml` holds, each by a path of its own. */
function withOtherRoutes(configuration: Configuration, count: number): Configuration {
  const others = configuration.routes.flatMap((route) =>
    Array.from({ length: count }, (_, number) => ({
      ...route,
      id: `other-${number}`,
      match: { ...route.match, path: `/others/${number}/{id}` },
    })),
  );
  return { ...configuration, routes: [...configuration.routes, ...others] };
}
