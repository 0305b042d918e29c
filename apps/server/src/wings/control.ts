import { createAnswerRefusal, deriveOperatorKey } from '@signet/contracts';
import { type Control, createConfigurationAdministration, createControl } from '@signet/control';
import type { Identity } from '@signet/identity';
import { openControlApp } from '../control-server/control-app.ts';
import { purgeEverywhere } from '../gateways/purge-everywhere.ts';
import { freshRecords } from '../records/record-writer.ts';
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
    keys: identity.keyAdministration,
    mail: identity.mail,
    secrets: secretKeeper,
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
      records: freshRecords(stores.records, () => gateways.group.flush()),
      deed: identity.audit.deed,
    }),
    clocks,
    recordRefusal,
  });
}
