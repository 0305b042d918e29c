import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Configuration,
  type IdentityConfiguration,
  type NeededSecret,
  readConfiguration,
  refusal,
  SignetError,
  secretsIn,
} from '@signet/contracts';
import { createReadSecret, type ReadSecret } from '../secrets/read-secret.ts';
import { type MasterKey, parseMasterKey } from './master-key.ts';

/** Where the references of a configuration lead from. */
export interface ConfigurationPlace {
  readonly configurationFile: string;
  readonly variable: (name: string) => string | undefined;
}

type Configured = 'masterKey' | 'previousMasterKey';

/**
 * The master key to which `signet.yaml` leads, if it names one.
 * @throws SignetError `secret_unreadable`, `secret_exposed`, `master_key_wrong`
 */
export async function configuredMasterKey(
  identity: Pick<IdentityConfiguration, Configured>,
  which: Configured,
  read: ReadSecret,
): Promise<MasterKey | undefined> {
  const reference = identity[which];
  if (reference === undefined) return undefined;
  const key = parseMasterKey(await read(reference));
  if (key !== undefined) return key;
  throw new SignetError(refusal('master_key_wrong.reference', { key: `identity.${which}` }));
}

/** What opens a store of secrets without being named in the file. Where no reference leads there, it is for others. */
const ofStores: Readonly<Record<string, readonly string[]>> = {
  vault: ['VAULT_TOKEN'],
  aws: ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'],
  azure: ['AZURE_CLIENT_SECRET', 'IDENTITY_HEADER'],
};

/** Gateway processes and commands inherit the environment of this one: what was read from it is taken out of it. */
export function hideVariables(configuration: Configuration, beside: readonly NeededSecret[]): void {
  for (const { reference } of [...beside, ...secretsIn(configuration)]) {
    const names = reference.kind === 'env' ? [reference.name] : (ofStores[reference.kind] ?? []);
    for (const name of names) delete process.env[name];
  }
}

/** The master key for a command beside the server, which has not read the file; `undefined` where the file cannot be read. */
export async function readConfiguredMasterKey({
  configurationFile,
  variable,
}: ConfigurationPlace): Promise<MasterKey | undefined> {
  const text = textOf(configurationFile);
  const reading = readConfiguration(text ?? '', { fileName: configurationFile });
  if (!reading.ok) return undefined;
  const { identity, secrets } = reading.configuration;
  const read = createReadSecret({ variable, folder: dirname(configurationFile) }, secrets);
  return configuredMasterKey(identity, 'masterKey', read);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // No file: then it names no key, and the caller looks elsewhere.
    return undefined;
  }
}
