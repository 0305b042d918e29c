import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Configuration,
  type IdentityConfiguration,
  readConfiguration,
  refusal,
  type SecretReference,
  SignetError,
} from '@signet/contracts';
import { readSecret } from '../secrets/read-secret.ts';
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
export function configuredMasterKey(
  identity: Pick<IdentityConfiguration, Configured>,
  which: Configured,
  place: ConfigurationPlace,
): MasterKey | undefined {
  const reference = identity[which];
  return reference === undefined ? undefined : openReference(reference, which, place);
}

/** Gateway processes and commands inherit the environment of this one: what was read from it is taken out of it. */
export function hideVariables({ identity, mail }: Pick<Configuration, 'identity' | 'mail'>): void {
  const ofProviders = Object.values(identity.providers).map(({ clientSecret }) => clientSecret);
  const own = [identity.masterKey, identity.previousMasterKey, mail.smtp?.password];
  for (const reference of [...own, ...ofProviders]) {
    if (reference?.kind === 'env') delete process.env[reference.name];
  }
}

/** The master key for a command beside the server, which has not read the file; `undefined` where the file cannot be read. */
export function readConfiguredMasterKey(place: ConfigurationPlace): MasterKey | undefined {
  const text = textOf(place.configurationFile);
  const reading = readConfiguration(text ?? '', { fileName: place.configurationFile });
  return reading.ok ? configuredMasterKey(reading.configuration.identity, 'masterKey', place) : undefined;
}

function openReference(
  reference: SecretReference,
  which: Configured,
  { configurationFile, variable }: ConfigurationPlace,
): MasterKey {
  const key = parseMasterKey(readSecret(reference, { variable, folder: dirname(configurationFile) }));
  if (key !== undefined) return key;
  throw new SignetError(refusal('master_key_wrong.reference', { key: `identity.${which}` }));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // No file: then it names no key, and the caller looks elsewhere.
    return undefined;
  }
}
