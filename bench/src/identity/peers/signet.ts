import { createHash } from 'node:crypto';
import { type ClientsConfiguration, readConfiguration, systemClocks, WatchedClocks } from '@signet/contracts';
import { createIdentity } from '@signet/identity';
import { createMemoryStores, createSqlStores, openDatabase, type Stores } from '@signet/store';
import { askServer } from '@signet/trust/ask-server';
import { fetchDocument } from '@signet/trust/fetch-document';
import { sendForm } from '@signet/trust/send-form';
import fastify from 'fastify';
import { type IdentitySite, readIdentitySite } from '../site.ts';
import { addBenchRoutes } from './bench-routes.ts';

/** Signet's identity provider as its server mounts it, on the stores that the site names, and nothing around it. */
const site = readIdentitySite();
const { port, audience } = site;

const reading = readConfiguration(`version: 1\nidentity: { audiences: ['${audience}'] }\n`, {
  fileName: 'signet.yaml',
});
if (!reading.ok) throw new Error(JSON.stringify(reading.problems, undefined, 2));
const { identity: configuration } = reading.configuration;
const clients = clientsOf(site);

const identity = await createIdentity({
  issuer: `http://127.0.0.1:${port}`,
  configuration: () => configuration,
  configuredClients: () => clients,
  apis: () => ({}),
  roles: () => ({}),
  groups: () => ({}),
  ...(await openStores(site)),
  mail: {
    post: { by: 'outbox', send: async () => 'sent' },
    readTemplate: () => undefined,
    onAsked: () => undefined,
  },
  announcer: { announce: async () => undefined },
  masterKey: crypto.getRandomValues(new Uint8Array(32)),
  clocks: new WatchedClocks(systemClocks),
  random: (bytes) => crypto.getRandomValues(bytes),
  reportFault: (error) => process.stderr.write(`${String(error)}\n`),
  fetchDocument,
  sendForm,
  askServer,
  revealSecret: () => '',
  acceptedSecrets: () => [],
  toolServers: () => [],
});
const app = fastify();
await app.register(identity.routes);
addBenchRoutes(app, identity.userAdministration);
await app.listen({ host: '127.0.0.1', port });

async function openStores({ database }: IdentitySite): Promise<Stores> {
  return database === undefined ? createMemoryStores() : createSqlStores(await openDatabase(database));
}

function clientsOf({ clientId, clientSecret, appId, scope }: IdentitySite): ClientsConfiguration {
  return {
    [appId]: {
      name: 'App',
      type: 'public',
      grants: ['authorization_code', 'refresh_token'],
      redirectUris: ['https://app.example/callback'],
      postLogoutRedirectUris: [],
      origins: [],
      scopes: ['openid', 'email'],
      audiences: [audience],
      firstParty: true,
      secretHashes: [],
    },
    [clientId]: {
      name: 'Bench',
      type: 'confidential',
      grants: ['client_credentials'],
      redirectUris: [],
      postLogoutRedirectUris: [],
      origins: [],
      scopes: [scope],
      audiences: [audience],
      firstParty: false,
      secretHashes: [createHash('sha256').update(clientSecret).digest('base64url')],
    },
  };
}
