import { isLoopback } from '@signet/token/keys';
import { readSecretFile } from '../../secret-file.ts';
import type { AskStore, StoreAnswer } from '../ask-store.ts';
import { record } from '../record.ts';
import { StoreFault } from '../store-fault.ts';
import { type CredentialParts, credentialsOf, type TimedCredentials } from './credential-parts.ts';

/** Where ECS and EKS give a container its credentials. */
const containerHosts = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];
const machine = 'http://169.254.169.254/latest';

/** Of the task or pod that this runs in. */
export async function fromContainer({
  places: { variable, folder },
  ask,
}: CredentialParts): Promise<TimedCredentials | undefined> {
  const relative = variable('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
  const full =
    relative === undefined
      ? variable('AWS_CONTAINER_CREDENTIALS_FULL_URI')
      : `http://169.254.170.2${relative}`;
  if (full === undefined) return undefined;
  const url = URL.parse(full);
  if (url === null || !mayBeAsked(url))
    throw new StoreFault('an address for credentials that is none of AWS');
  const file = variable('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  const token =
    file === undefined
      ? variable('AWS_CONTAINER_AUTHORIZATION_TOKEN')
      : readSecretFile(file, folder, { exposed: 'taken' }).trim();
  const headers = token === undefined ? {} : { authorization: fitForHeader(token) };
  return documentOf(await ask({ url: url.href, method: 'GET', headers, metadata: true }));
}

/** Where AWS's own clients would ask: by TLS, this machine, or a place of ECS or EKS. */
function mayBeAsked(url: URL): boolean {
  if (url.protocol !== 'http:') return url.protocol === 'https:';
  return isLoopback(url) || containerHosts.includes(url.hostname);
}

/** Of the virtual machine that this runs on (IMDSv2: a token first, which no request that was talked into gets). */
export async function fromMachine({
  places: { variable },
  ask,
}: CredentialParts): Promise<TimedCredentials | undefined> {
  if (variable('AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true') return undefined;
  const token = await sessionToken(ask);
  if (token === undefined) return undefined;
  const headers = { 'x-aws-ec2-metadata-token': fitForHeader(token) };
  const roles = `${machine}/meta-data/iam/security-credentials/`;
  const { status, text } = await ask({ url: roles, method: 'GET', headers, metadata: true });
  const role = text.trim().split('\n')[0] ?? '';
  if (status !== 200 || !/^[\w+=,.@-]{1,64}$/.test(role)) return undefined;
  return documentOf(await ask({ url: `${roles}${role}`, method: 'GET', headers, metadata: true }));
}

/** `undefined` on a machine that is none of AWS. */
async function sessionToken(ask: AskStore): Promise<string | undefined> {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '300', 'content-length': '0' };
  try {
    const { status, text } = await ask({
      url: `${machine}/api/token`,
      method: 'PUT',
      headers,
      metadata: true,
    });
    return status === 200 ? text : undefined;
  } catch (error) {
    if (error instanceof StoreFault) return undefined;
    throw error;
  }
}

function documentOf({ status, body }: StoreAnswer): TimedCredentials {
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = record(body);
  const found = credentialsOf({
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: Token,
  });
  const until = typeof Expiration === 'string' ? Date.parse(Expiration) : Number.NaN;
  if (status !== 200 || found === undefined || Number.isNaN(until)) {
    throw new StoreFault(`status ${status} where this machine's credentials are`);
  }
  return { ...found, until };
}

function fitForHeader(token: string): string {
  if (/^[\x20-\x7e]{1,8192}$/.test(token)) return token;
  throw new StoreFault('a token that no header can carry');
}
