import { createHash, createHmac } from 'node:crypto';
import { openStandIn, type Received, type StandIn } from './stand-in.ts';

export const accessKey = { id: 'AKIDEXAMPLE0', secret: 'wJalrXUtnFEMI/K7MDENG' } as const;

export interface StandInAws extends StandIn {
  /** Answers to be given before any other, once each. */
  readonly first: {
    readonly status: number;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  }[];
  /** Secret access keys by their ids, and the session tokens that belong to them. */
  readonly keys: Map<string, { readonly secret: string; readonly session?: string }>;
}

const refused = (type: string) => ({ status: 400, body: { __type: type, Message: 'the-secret-of-nobody' } });

/** Speaks as Secrets Manager does (JSON 1.1), and holds each request to its signature as AWS documents it. */
export async function openStandInAws(secrets: Readonly<Record<string, object>>): Promise<StandInAws> {
  const first: StandInAws['first'] = [];
  const keys: StandInAws['keys'] = new Map([[accessKey.id, { secret: accessKey.secret }]]);
  const standIn = await openStandIn((request) => {
    const early = first.shift();
    if (early !== undefined) return early;
    const wrong = refuseSignature(request, keys);
    if (wrong !== undefined) return refused(wrong);
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') return refused('InvalidAction');
    const { SecretId, VersionStage = 'AWSCURRENT' } = JSON.parse(request.body);
    const found = secrets[`${SecretId}@${VersionStage}`];
    if (found === undefined) return refused('com.amazonaws.secretsmanager#ResourceNotFoundException');
    return { status: 200, body: { Name: SecretId, VersionId: 'v', VersionStages: [VersionStage], ...found } };
  });
  return Object.assign(standIn, { first, keys });
}

function refuseSignature(
  { headers, method, path, body }: Received,
  keys: StandInAws['keys'],
): string | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/secretsmanager\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/;
  const [, id = '', date, region, names = '', signature] = form.exec(String(headers.authorization)) ?? [];
  const key = keys.get(id);
  if (key === undefined) return 'UnrecognizedClientException';
  if (headers['x-amz-security-token'] !== key.session) return 'ExpiredTokenException';
  const signed = names.split(';');
  const time = String(headers['x-amz-date']);
  const needed = [
    'host',
    'x-amz-date',
    'x-amz-target',
    ...(key.session === undefined ? [] : ['x-amz-security-token']),
  ];
  if (!time.startsWith(String(date)) || needed.some((name) => !signed.includes(name)))
    return 'IncompleteSignature';
  const lines = signed.map((name) => `${name}:${headers[name]}\n`).join('');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const sign = (by: string | Buffer, text: string) => createHmac('sha256', by).update(text).digest();
  const scope = `${date}/${region}/secretsmanager/aws4_request`;
  const canonical = `${method}\n${path}\n\n${lines}\n${names}\n${hash(body)}`;
  const dated = sign(`AWS4${key.secret}`, String(date));
  const inner = sign(sign(sign(dated, String(region)), 'secretsmanager'), 'aws4_request');
  const expected = sign(inner, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(canonical)}`).toString('hex');
  return signature === expected ? undefined : 'InvalidSignatureException';
}
