import type { AwsReference } from '@signet/contracts';
import { type AskStore, createAskStore, type StoreAnswer } from '../ask-store.ts';
import { fieldOf } from '../field-of.ts';
import { record } from '../record.ts';
import { documentedCode, orRefuse, StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';
import { type AwsIdentity, createAwsIdentity } from './credentials.ts';
import { endpointOf } from './endpoint.ts';
import { signRequest } from './signature.ts';

interface Region {
  readonly region: string;
  readonly endpoint: URL;
  readonly identity: AwsIdentity;
  readonly ask: AskStore;
  readonly now: () => number;
}

/** Codes of credentials that have ended before their time. */
const staleCredentials = ['ExpiredTokenException', 'UnrecognizedClientException', 'InvalidClientTokenId'];

/** Reads secrets of AWS Secrets Manager (GetSecretValue, JSON 1.1). */
export function openSecretsManager(parts: StoreParts): (reference: AwsReference) => Promise<string> {
  const regions = new Map<string, Region>();
  return (reference) =>
    orRefuse(reference, 'AWS Secrets Manager', async () => {
      const name = regionOf(reference, parts);
      const region = regions.get(name) ?? openRegion(name, parts);
      regions.set(name, region);
      return textOf(await readOrAnew(reference, region), reference);
    });
}

function regionOf({ id }: AwsReference, { configuration, places }: StoreParts): string {
  const [, ofArn] = /^arn:[a-z-]+:secretsmanager:([a-z0-9-]+):/.exec(id) ?? [];
  const name =
    ofArn ??
    configuration.aws.region ??
    places.variable('AWS_REGION') ??
    places.variable('AWS_DEFAULT_REGION');
  if (name !== undefined && /^[a-z0-9-]{1,32}$/.test(name)) return name;
  throw new StoreFault('no region: say `secrets.aws.region` or AWS_REGION');
}

function openRegion(region: string, { configuration, places, host }: StoreParts): Region {
  const { endpoint = places.variable('AWS_ENDPOINT_URL_SECRETS_MANAGER') } = configuration.aws;
  const url = URL.parse(endpoint ?? endpointOf('secretsmanager', region));
  if (url === null) throw new StoreFault('an endpoint that is no address');
  const ask = createAskStore(host);
  const now = host?.now ?? Date.now;
  return { region, endpoint: url, ask, now, identity: createAwsIdentity({ places, ask, region }, now) };
}

async function readOrAnew(reference: AwsReference, region: Region): Promise<StoreAnswer> {
  const first = await getSecretValue(reference, region);
  if (!staleCredentials.includes(codeOf(first) ?? '')) return first;
  region.identity.forget();
  return getSecretValue(reference, region);
}

async function getSecretValue(
  { id, stage }: AwsReference,
  { region, endpoint, identity, ask, now }: Region,
): Promise<StoreAnswer> {
  const body = JSON.stringify({ SecretId: id, ...(stage === undefined ? {} : { VersionStage: stage }) });
  const unsigned = {
    method: 'POST',
    url: endpoint,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body,
  } as const;
  const scope = { region, service: 'secretsmanager', at: now() };
  const headers = signRequest(unsigned, await identity.get(), scope);
  return ask({ url: endpoint.href, method: 'POST', headers, body, busy: isThrottled });
}

function isThrottled(answer: StoreAnswer): boolean {
  return /Throttl|TooManyRequests|LimitExceeded/.test(codeOf(answer) ?? '');
}

function codeOf({ status, body }: StoreAnswer): string | undefined {
  return status === 200 ? undefined : documentedCode(record(body)['__type']);
}

function textOf(answer: StoreAnswer, { field }: AwsReference): string {
  const code = codeOf(answer);
  if (answer.status !== 200) throw new StoreFault(code ?? `status ${answer.status}`);
  const { SecretString: text } = record(answer.body);
  if (typeof text !== 'string') throw new StoreFault('a secret of bytes, which is no text');
  return fieldOf(text, field);
}
