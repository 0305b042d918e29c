import { join, resolve } from 'node:path';
import { readReference, type SecretReference } from '@signet/contracts';
import { storeSchemes } from '../secrets/judge-secret.ts';
import { parseMasterKey } from '../startup/master-key.ts';
import { certificateFiles, gatewayTlsFiles, refusePlainOrigin } from './certificate-files.ts';
import { roleAndNode } from './node-settings.ts';
import { given, invalidSecret, type OptionSource, oneOf, wholeNumber } from './option-reader.ts';
import {
  followed,
  logLevels,
  type Options,
  type Secrets,
  type Settings,
  type secretVariables,
} from './options.ts';
import { publicOrigin } from './public-origin.ts';
import { trustedProxies } from './trusted-proxies.ts';

const highestPort = 65_535;
const mostWorkers = 256;

/**
 * The whole of what the program is told from outside, checked and frozen.
 * @throws SignetError `option_invalid`, naming the option or variable and what it may be
 */
export function parseOptions(source: OptionSource): Options {
  // As it is now: what is read from it is taken out of it, and is looked at again later.
  const environment = { ...source.environment };
  return Object.freeze({
    settings: parseSettings(source),
    secrets: parseSecrets(source),
    variable: (name: string) => environment[name],
  });
}

/** Where the data lives; for the commands that need nothing else. */
export function parseDataFolder(source: OptionSource): string {
  return resolve(given(source, 'data', 'SIGNET_DATA')?.value ?? 'data');
}

function parseSettings(source: OptionSource): Settings {
  const dataFolder = parseDataFolder(source);
  const issuer = publicOrigin(given(source, 'issuer', 'SIGNET_ISSUER'));
  const previousIssuer = publicOrigin(given(source, 'previousIssuer', 'SIGNET_PREVIOUS_ISSUER'));
  const tls = certificateFiles(source);
  if (tls !== undefined) refusePlainOrigin(given(source, 'issuer', 'SIGNET_ISSUER'));
  const status = statusPlace(source);
  const gatewayOrigin = publicOrigin(given(source, 'gatewayOrigin', 'SIGNET_GATEWAY_ORIGIN'));
  const gatewayTls = gatewayTlsFiles(source);
  if (gatewayTls !== undefined) refusePlainOrigin(given(source, 'gatewayOrigin', 'SIGNET_GATEWAY_ORIGIN'));
  return Object.freeze({
    ...roleAndNode(source),
    host: given(source, 'host', 'SIGNET_HOST')?.value ?? '127.0.0.1',
    port: wholeNumber(given(source, 'port', 'SIGNET_PORT'), 9000, 0, highestPort),
    gatewayPort: wholeNumber(given(source, 'gatewayPort', 'SIGNET_GATEWAY_PORT'), 8080, 0, highestPort),
    ...(status === undefined ? {} : { status }),
    dataFolder,
    configurationFile: resolve(
      given(source, 'config', 'SIGNET_CONFIG')?.value ?? join(dataFolder, 'signet.yaml'),
    ),
    workers: wholeNumber(given(source, 'workers', 'SIGNET_WORKERS'), 1, 1, mostWorkers),
    ...(tls === undefined ? {} : { tls }),
    ...(gatewayTls === undefined ? {} : { gatewayTls }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(previousIssuer === undefined ? {} : { previousIssuer }),
    ...(gatewayOrigin === undefined ? {} : { gatewayOrigin }),
    trustedProxies: trustedProxies(given(source, 'trustedProxies', 'SIGNET_TRUSTED_PROXIES')),
    gatewaysFollow: oneOf(given(source, 'gatewaysFollow', 'SIGNET_GATEWAYS_FOLLOW'), followed) ?? 'applied',
    logLevel: oneOf(given(source, 'logLevel', 'SIGNET_LOG_LEVEL'), logLevels),
  });
}

/** Of its own, since probes come from elsewhere than people, and metrics are nobody's business. */
function statusPlace(source: OptionSource): Settings['status'] {
  const port = given(source, 'statusPort', 'SIGNET_STATUS_PORT');
  if (port === undefined) return undefined;
  const host = given(source, 'statusHost', 'SIGNET_STATUS_HOST')?.value ?? '127.0.0.1';
  return { host, port: wholeNumber(port, 0, 0, highestPort) };
}

function parseSecrets({ environment }: OptionSource): Secrets {
  const masterKey = parseGivenMasterKey(environment, 'SIGNET_MASTER_KEY');
  const previousMasterKey = parseGivenMasterKey(environment, 'SIGNET_PREVIOUS_MASTER_KEY');
  return Object.freeze({
    ...database(address(environment, 'DATABASE_URL')),
    ...redis(address(environment, 'REDIS_URL')),
    ...(masterKey === undefined ? {} : { masterKey }),
    ...(previousMasterKey === undefined ? {} : { previousMasterKey }),
  });
}

function database(given: Address | undefined): Pick<Secrets, 'databaseUrl' | 'databaseReference'> {
  if (given === undefined) return {};
  return typeof given === 'string' ? { databaseUrl: given } : { databaseReference: given };
}

function redis(given: Address | undefined): Pick<Secrets, 'redisUrl' | 'redisReference'> {
  if (given === undefined) return {};
  return typeof given === 'string' ? { redisUrl: given } : { redisReference: given };
}

type Address = string | SecretReference;

/** The address, or where it is. Not shown when wrong, because it may hold a password. */
function address(
  environment: OptionSource['environment'],
  name: keyof typeof storeSchemes,
): Address | undefined {
  const value = environment[name];
  if (value === undefined || value === '') return undefined;
  const schemes = storeSchemes[name] ?? [];
  if (schemes.includes(URL.parse(value)?.protocol ?? '')) return value;
  const reference = readReference(value);
  if (reference !== undefined && reference.kind !== 'literal') return reference;
  const begins = schemes.map((each) => `${each}//`).join(' or ');
  throw invalidSecret(name, `an address that begins with ${begins}, or a reference such as file:PATH`);
}

function parseGivenMasterKey(
  environment: OptionSource['environment'],
  name: (typeof secretVariables)[number],
): Secrets['masterKey'] {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  const key = parseMasterKey(text);
  if (key === undefined) {
    throw invalidSecret(name, '32 bytes as base64url or as 64 hexadecimal digits');
  }
  return key;
}
