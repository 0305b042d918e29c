import { type Configuration, createAnswerRefusal, deriveOperatorKey, withAdded } from '@signet/contracts';
import {
  type Control,
  createConfigurationAdministration,
  createControl,
  createModelProviderAdministration,
  createPromptAdministration,
  createRehearsalAdministration,
  createTrySwitch,
  type ModelProviderBook,
} from '@signet/control';
import { createDescribeTools, createRehearseCall, createRunTest } from '@signet/gateway';
import type { Identity } from '@signet/identity';
import { askServer } from '@signet/trust/ask-server';
import { openControlApp } from '../control-server/control-app.ts';
import { purgeEverywhere } from '../gateways/purge-everywhere.ts';
import { createListModelsOf } from '../model-providers/list-models-of.ts';
import { freshRecords } from '../records/record-writer.ts';
import { modelBases } from '../startup/model-bases.ts';
import { createToolServerAdministration } from '../tool-servers/tool-server-administration.ts';
import type { GatewayWing } from './gateways.ts';
import type { Ground } from './ground.ts';

/** What the control side serves and reports of. */
export interface OtherWings {
  readonly identity: Identity;
  readonly gateways: GatewayWing;
  /** With the built web app. */
  readonly webFolder: string;
}

/** The web app, the identity provider and the admin API, on the port that listens already: from here on it answers. */
export async function openControl(ground: Ground, wings: OtherWings): Promise<{ close(): Promise<void> }> {
  const { settings, ports, clocks, recordRefusal, log } = ground;
  const { issuer, control: server, serveControl: serve } = ports;
  const { trustedProxies } = settings;
  const control = await controlOf(ground, wings);
  const routes = [wings.identity.routes, control.routes];
  const answerRefusal = createAnswerRefusal({
    realm: issuer,
    issuer,
    node: 'web',
    wall: clocks.wall,
    record: recordRefusal,
  });
  const { webFolder } = wings;
  const brand = {
    configuration: () => wings.gateways.configuration.running().configuration.brand,
    configurationFile: settings.configurationFile,
  };
  return openControlApp({
    server,
    serve,
    issuer,
    trustedProxies,
    webFolder,
    brand,
    certificateDoor: ground.certificateDoor,
    routes,
    answerRefusal,
    log,
  });
}

async function controlOf(ground: Ground, { identity, gateways }: OtherWings): Promise<Control> {
  const { ports, stores, masterKey, secretKeeper, sharedReach, clocks, recordRefusal } = ground;
  const { book, sealer } = ground.modelProviders;
  const running = () => gateways.configuration.running().configuration;
  const models = {
    llm: () => running().llm,
    async readHanded(words: string) {
      const added = book.reveal(words);
      return added === undefined ? secretKeeper.handed(words) : [added];
    },
    fetch,
    askServer,
    now: () => ({ wall: clocks.wall(), steady: clocks.steady() }),
  };
  const runTest = createRunTest({ ...models, ledger: stores.ledger });
  return createControl({
    issuer: ports.issuer,
    records: freshRecords(stores.records, () => gateways.group.flush()),
    audit: identity.audit,
    costs: stores.costs,
    accounts: identity.accounts,
    factors: identity.factorAdministration,
    providers: identity.providerAdministration,
    consents: identity.consentAdministration,
    users: identity.userAdministration,
    userAttributes: identity.userAttributes,
    declarations: identity.declarationAdministration,
    organizations: identity.organizationAdministration,
    userGroups: identity.userGroups,
    apiKeys: identity.apiKeyAdministration,
    clients: identity.clientAdministration,
    revoker: identity,
    reach: sharedReach,
    keys: sealingAnew(identity.keyAdministration, book),
    mail: identity.mail,
    secrets: secretKeeper,
    modelProviders: createModelProviderAdministration({
      store: stores.modelProviders,
      sealer,
      configured: () => Object.keys(gateways.configuration.running().configuration.llm.providers),
      changed: () => gateways.followModelProviders(),
      listModelsOf: createListModelsOf(askServer),
      baseUrls: () => addedBases(gateways.configuration.running().configuration, book, ports),
      deed: identity.audit.deed,
    }),
    toolServers: createToolServerAdministration(
      () => gateways.configuration.running().configuration.mcp,
      createDescribeTools({ askServer, readHanded: async (words) => secretKeeper.handed(words) }),
    ),
    operatorKey: await deriveOperatorKey(masterKey),
    verifyAccessToken: identity.verifyAccessToken,
    state: {
      configuration: () => gateways.configuration.state(),
      async gateways() {
        const [here, elsewhere] = await Promise.all([gateways.group.states(), gateways.nodes?.states()]);
        return [...here, ...(elsewhere ?? [])];
      },
      purgeAnswers: (order) => purgeEverywhere(order, gateways),
    },
    configurations: createConfigurationAdministration({
      history: stores.configurations,
      publisher: gateways.configuration,
      trySwitch: createTrySwitch({ store: stores.prompts, runTest }),
      records: freshRecords(stores.records, () => gateways.group.flush()),
      deed: identity.audit.deed,
    }),
    prompts: createPromptAdministration({
      store: stores.prompts,
      runTest,
      deed: identity.audit.deed,
    }),
    rehearsals: createRehearsalAdministration({
      store: {
        find: (reference, now) => stores.keptCalls.find(reference, now),
        async list(wanted) {
          await gateways.group.flush();
          return stores.keptCalls.list(wanted);
        },
        async purge(route, deed) {
          await gateways.group.flush();
          return stores.keptCalls.purge(route, deed);
        },
      },
      keeps: (route) => running().routes.some(({ id, llm }) => id === route && llm?.keep !== undefined),
      askOther: createRehearseCall({
        ...models,
        llm: () => withAdded(running().llm, book.added()),
        ledger: stores.ledger,
      }),
      deed: identity.audit.deed,
      record: (action, parts) => stores.audit.append(identity.audit.deed(action, parts)),
      now: clocks.wall,
    }),
    clocks,
    recordRefusal,
  });
}

/** Of the routes that take providers which were added, whatever others offer. */
function addedBases(
  { llm, routes }: Configuration,
  book: ModelProviderBook,
  { gatewayOrigin }: Ground['ports'],
): readonly string[] {
  return modelBases({ llm: { ...llm, models: {} }, routes }, book.added(), gatewayOrigin);
}

type Keys = Identity['keyAdministration'];

/** With what providers of models are asked by, and that first: whoever then lets the master key of before go loses nothing. */
function sealingAnew(keys: Keys, book: ModelProviderBook): Keys {
  return {
    ...keys,
    async reseal() {
      const modelProviders = await book.reseal();
      return { ...(await keys.reseal()), modelProviders };
    },
  };
}
