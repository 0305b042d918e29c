import { type AwsCredentials, amzDate, authorizationOf } from './sign-request.ts';

/** A request to Bedrock as it will go onto the wire. */
export interface BedrockRequest {
  readonly host: string;
  readonly path: string;
  readonly body: Uint8Array;
  readonly region: string;
  /** Milliseconds since the epoch: what is signed counts for minutes. */
  readonly at: number;
}

const pair = /^([A-Z0-9]{16,128}):([A-Za-z0-9/+=]{16,128})(?::([A-Za-z0-9/+=_-]{1,4096}))?$/;
/** A key of Bedrock's own, which is shown as it is. */
const own = /^[\x21-\x7e]{1,4096}$/;

/**
 * What proves to Bedrock who asks: name, value, name, value … Undefined for a key that is none. A pair of access key and secret is never shown,
 * it signs; whatever has a colon is such a pair or nothing, so that no secret goes out by a slip of the pen.
 */
export function bedrockCredential(key: string, request: BedrockRequest): readonly string[] | undefined {
  if (!key.includes(':')) return own.test(key) ? ['authorization', `Bearer ${key}`] : undefined;
  const credentials = pairIn(key);
  if (credentials === undefined) return undefined;
  const { host, path, body, region } = request;
  const date = amzDate(request.at);
  const { sessionToken } = credentials;
  const shown = {
    'x-amz-date': date,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const headers = { host, 'content-type': 'application/json', ...shown };
  const scope = { region, service: 'bedrock', date };
  const authorization = authorizationOf({ method: 'POST', path, headers, body }, credentials, scope);
  return [...Object.entries(shown).flat(), 'authorization', authorization];
}

/** `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or with `:SESSION_TOKEN` behind it. */
function pairIn(key: string): AwsCredentials | undefined {
  const [, accessKeyId, secretAccessKey, sessionToken] = pair.exec(key) ?? [];
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
