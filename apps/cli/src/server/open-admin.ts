import { join } from 'node:path';
import { createOperatorCredential } from '@signet/sdk/admin';
import type { Client } from '@signet/sdk/client';
import {
  parseMasterKey,
  readConfiguredMasterKey,
  readMasterKey,
  readRunningFile,
} from '@signet/server/local';
import type { Context, ServerOptions } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { dataFolderOf, findServer } from './find-server.ts';
import { openClient } from './open-client.ts';

/**
 * The admin API, spoken to as an operator: whoever can read the master key may. Each request carries a credential
 * of its own, which lives for a minute, counts once, and is good for that request only.
 */
export function openAdmin(context: Context, options: ServerOptions): Client {
  const server = findServer(context, options);
  let masterKey: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return openClient(server, {
    async credential(request) {
      masterKey ??= masterKeyOf(context, options);
      return createOperatorCredential(await masterKey, server.issuer, request, context.clock());
    },
  });
}

async function masterKeyOf(context: Context, options: ServerOptions): Promise<Uint8Array<ArrayBuffer>> {
  const given = context.environment['SIGNET_MASTER_KEY'];
  const folder = dataFolderOf(context, options);
  const key = given === undefined || given === '' ? await keyBeside(context, folder) : parseMasterKey(given);
  if (key !== undefined) return key;
  throw new CommandFailure({
    code: 'master_key_missing',
    sentence: 'This command proves itself with the master key, and there is none here.',
    expected: `the file master.key in ${folder}, identity.masterKey in signet.yaml, or SIGNET_MASTER_KEY`,
    actual: 'none that can be read',
    fix: 'Run it where the server runs, and name its folder with `--data FOLDER` if it is another.',
  });
}

/** As the server finds it: where its configuration leads, else in its data folder. */
async function keyBeside(context: Context, folder: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const configurationFile =
    readRunningFile(folder)?.configuration ??
    context.environment['SIGNET_CONFIG'] ??
    join(folder, 'signet.yaml');
  const variable = (name: string) => context.environment[name];
  return (await readConfiguredMasterKey({ configurationFile, variable })) ?? readMasterKey(folder);
}
