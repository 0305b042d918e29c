import { createHash, createHmac } from 'node:crypto';

/** Who signs a request to AWS. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface UnsignedRequest {
  readonly method: 'GET' | 'POST';
  /** Without a query. */
  readonly url: URL;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * The headers of a request with its signature (AWS Signature Version 4, “Create a signed request”).
 * @param at milliseconds since the epoch
 */
export function signRequest(
  { method, url, headers, body }: UnsignedRequest,
  credentials: AwsCredentials,
  { region, service, at }: { readonly region: string; readonly service: string; readonly at: number },
): Readonly<Record<string, string>> {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const token = sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken };
  const signed: Readonly<Record<string, string>> = {
    ...headers,
    host: url.host,
    'x-amz-date': time,
    ...token,
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]?.trim()}\n`).join('');
  const canonical = [method, url.pathname, '', lines, names.join(';'), sha256(body)].join('\n');
  const date = time.slice(0, 8);
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (inner, part) => hmac(inner, part),
    `AWS4${secretAccessKey}`,
  );
  const signature = hmac(key, [algorithm, time, scope, sha256(canonical)].join('\n')).toString('hex');
  const proof = `Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...signed, authorization: `${algorithm} ${proof}` };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
