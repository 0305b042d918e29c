import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Given, given, invalid, type OptionSource, oneOf, wholeNumber } from './option-reader.ts';
import { type ControlAddress, type NodeFiles, type NodeSettings, type Role, roles } from './options.ts';

const highestPort = 65_535;
const mostControls = 16;

/**
 * What of Signet runs here, and how nodes know each other.
 * @throws SignetError `option_invalid`
 */
export function roleAndNode(source: OptionSource): { readonly role: Role; readonly node?: NodeSettings } {
  const role = oneOf(given(source, 'role', 'SIGNET_ROLE'), roles) ?? 'all';
  if (role === 'gateway') refuseForGateway(source);
  const port = given(source, 'nodePort', 'SIGNET_NODE_PORT');
  const control = given(source, 'control', 'SIGNET_CONTROL');
  const needed = role === 'gateway' ? control : port;
  if (role === 'gateway' && control === undefined)
    throw invalid({ name: '--role', value: role }, 'together with --control HOST:PORT or SIGNET_CONTROL');
  if (role !== 'gateway' && control !== undefined)
    throw invalid(control, 'together with --role gateway or SIGNET_ROLE');
  if (role === 'control' && port === undefined)
    throw invalid({ name: '--role', value: role }, 'together with --node-port PORT or SIGNET_NODE_PORT');
  const files = nodeFiles(source, needed);
  if (files === undefined) return { role };
  const host = given(source, 'nodeHost', 'SIGNET_NODE_HOST')?.value ?? '127.0.0.1';
  return {
    role,
    node: Object.freeze({
      files,
      host,
      ...(port === undefined ? {} : { port: wholeNumber(port, 0, 0, highestPort) }),
      control: control === undefined ? [] : addresses(control),
    }),
  };
}

/** What is of control nodes alone. That a gateway node has no way to a database is what it is for. */
const notOfGateways = [
  ['databaseUrl', 'DATABASE_URL'],
  ['redisUrl', 'REDIS_URL'],
  ['masterKey', 'SIGNET_MASTER_KEY'],
  ['previousMasterKey', 'SIGNET_PREVIOUS_MASTER_KEY'],
  ['config', 'SIGNET_CONFIG'],
  ['gatewaysFollow', 'SIGNET_GATEWAYS_FOLLOW'],
  ['issuer', 'SIGNET_ISSUER'],
  ['previousIssuer', 'SIGNET_PREVIOUS_ISSUER'],
  ['port', 'SIGNET_PORT'],
  ['tlsCertificate', 'SIGNET_TLS_CERTIFICATE'],
  ['tlsKey', 'SIGNET_TLS_KEY'],
  ['nodePort', 'SIGNET_NODE_PORT'],
] as const;

function refuseForGateway(source: OptionSource): void {
  for (const [flag, variable] of notOfGateways) {
    const found = given(source, flag, variable);
    // Some are secrets: which one it is is all that is said.
    if (found !== undefined)
      throw invalid(
        { name: found.name, value: '…' },
        'nothing at a gateway node, which control nodes tell what it needs',
      );
  }
}

/** All three or none. */
function nodeFiles(source: OptionSource, needed: Given | undefined): NodeFiles | undefined {
  const certificate = given(source, 'nodeCertificate', 'SIGNET_NODE_CERTIFICATE');
  const key = given(source, 'nodeKey', 'SIGNET_NODE_KEY');
  const authority = given(source, 'nodeCa', 'SIGNET_NODE_CA');
  if (certificate !== undefined && key !== undefined && authority !== undefined && needed !== undefined) {
    return {
      certificate: resolve(certificate.value),
      key: resolve(key.value),
      authority: resolve(authority.value),
    };
  }
  const lonely = needed ?? certificate ?? key ?? authority;
  if (lonely === undefined) return undefined;
  throw invalid(
    lonely,
    needed === undefined
      ? 'together with --node-port or SIGNET_NODE_PORT, or at a gateway node with --control or SIGNET_CONTROL'
      : 'together with --node-certificate, --node-key and --node-ca (SIGNET_NODE_CERTIFICATE, SIGNET_NODE_KEY, SIGNET_NODE_CA)',
  );
}

function addresses(option: Given): readonly ControlAddress[] {
  const read = option.value.split(',').map((each) => address(each.trim()));
  const good = read.flatMap((each) => each ?? []);
  if (good.length === read.length && read.length <= mostControls) return good;
  throw invalid(option, `HOST:PORT, or 1 to ${mostControls} of them separated by commas`);
}

function address(text: string): ControlAddress | undefined {
  const [, bracketed, plain, digits] =
    /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]{1,253})):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (!(port >= 1 && port <= highestPort)) return undefined;
  if (bracketed !== undefined) return isIP(bracketed) === 6 ? { host: bracketed, port } : undefined;
  return plain === undefined ? undefined : { host: plain, port };
}
