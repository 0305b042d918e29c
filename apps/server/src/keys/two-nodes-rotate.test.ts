import { readConfiguration, WatchedClocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { createIdentity, type Identity } from '@signet/identity';
import { createSqlStores, openDatabase } from '@signet/store';
import { describeWithPostgres } from '@signet/testing/suites';
import { expect, it } from 'vitest';

const day = 24 * 3_600_000;
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

function defaultConfiguration() {
  const reading = readConfiguration('version: 1', { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error('The defaults cannot be read.');
  return reading.configuration;
}

describeWithPostgres('two nodes on one PostgreSQL', (postgres) => {
  it('rotate once between them, at every step of every rotation', async () => {
    const url = await postgres().createDatabase();
    const clocks = new ManualClocks();
    const masterKey = random(new Uint8Array(32));
    const configuration = defaultConfiguration();
    const lost: string[] = [];
    await using opened = new AsyncDisposableStack();
    const openNode = async (): Promise<Identity> => {
      const database = await openDatabase({ url, onConnectionLost: (code) => void lost.push(code) });
      opened.defer(() => database.close());
      return createIdentity({
        ...createSqlStores(database),
        issuer: 'https://login.example',
        configuration: () => configuration.identity,
        configuredClients: () => configuration.clients,
        apis: () => configuration.apis,
        roles: () => configuration.roles,
        groups: () => configuration.groups,
        mail: {
          post: { by: 'outbox', send: async () => 'sent' },
          readTemplate: () => undefined,
          onAsked: () => undefined,
        },
        announcer: { announce: async () => undefined },
        masterKey,
        clocks: new WatchedClocks(clocks),
        random,
        sendForm: () => expect.fail('No app is told anything here.'),
        askServer: () => expect.fail('No provider is asked here.'),
        revealSecret: () => expect.fail('There is no secret here.'),
        toolServers: () => [],
        acceptedSecrets: () => expect.fail('There is no secret here.'),
        fetchDocument: () => expect.fail('No client has keys here.'),
        reportFault: (error) => expect.fail(String(error)),
      });
    };
    const nodes = [await openNode(), await openNode()];
    // Three looks of each at once, so that they meet in the store and not one after another.
    const looks = [...nodes, ...nodes, ...nodes];
    const lookAll = async () =>
      (await Promise.all(looks.map((node) => node.rotateBySchedule(clocks.wall())))).filter(
        (taken) => taken !== undefined,
      );
    for (let rotation = 1; rotation <= 4; rotation += 1) {
      clocks.pass(89 * day);
      expect(await lookAll()).toMatchObject([{ done: 'published' }]);
      clocks.pass(day);
      expect(await lookAll()).toMatchObject([{ done: 'activated' }]);
      expect(await lookAll()).toEqual([]);
      const lists = await Promise.all(nodes.map((node) => node.keyAdministration.list()));
      expect(lists[0]).toEqual(lists[1]);
      expect(lists[0]?.keys).toHaveLength(rotation + 1);
      expect(lists[0]?.keys.filter(({ state }) => state === 'active')).toHaveLength(1);
    }
    // Asked while both are open: a server that stops tells whoever has not hung up yet.
    expect(lost).toEqual([]);
  });
});
