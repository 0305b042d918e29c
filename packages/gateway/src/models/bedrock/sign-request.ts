import { createHash, createHmac } from 'node:crypto';

/** By what a request to AWS is signed. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of credentials that end. */
  readonly sessionToken?: string;
}

/** A request as it goes onto the wire, as far as its signature covers it. */
export interface Signable {
  readonly method: string;
  /** With each of its segments encoded, and without a query. */
  readonly path: string;
  /** By their names in small letters; `host` and `x-amz-date` among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Where a signature counts. */
export interface Scope {
  readonly region: string;
  readonly service: string;
  /** Such as `20150830T123600Z`, the same as `x-amz-date`. */
  readonly date: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/** The value of `Authorization` of AWS Signature Version 4. */
export function authorizationOf(request: Signable, credentials: AwsCredentials, scope: Scope): string {
  const names = Object.keys(request.headers).toSorted();
  const signed = names.join(';');
  const place = `${scope.date.slice(0, 8)}/${scope.region}/${scope.service}/aws4_request`;
  const canonical = [
    request.method,
    canonicalPath(request.path),
    '',
    ...names.map((name) => `${name}:${collapsed(request.headers[name] ?? '')}`),
    '',
    signed,
    sha256(request.body),
  ].join('\n');
  const text = [algorithm, scope.date, place, sha256(canonical)].join('\n');
  const signature = hmac(signingKey(credentials, scope), text).toString('hex');
  return `${algorithm} Credential=${credentials.accessKeyId}/${place}, SignedHeaders=${signed}, Signature=${signature}`;
}

/** As AWS writes a time. @param at in milliseconds since the epoch */
export function amzDate(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
}

/** Each segment is encoded once more than on the wire, as all services but S3 want it. */
function canonicalPath(path: string): string {
  return path.split('/').map(encoded).join('/');
}

/** All but the unreserved characters of RFC 3986. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function collapsed(value: string): string {
  return value.trim().replaceAll(/ +/g, ' ');
}

function signingKey({ secretAccessKey }: AwsCredentials, { date, region, service }: Scope): Buffer {
  const ofDay = hmac(`AWS4${secretAccessKey}`, date.slice(0, 8));
  return hmac(hmac(hmac(ofDay, region), service), 'aws4_request');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
