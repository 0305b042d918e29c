import { refusal, type SignetRefusal } from '@signet/contracts';
import { hostNameOf } from '@signet/trust/bearer';
import type { Call } from '../call/call.ts';
import { Denial } from '../denial.ts';
import { DroppedHeaders } from './dropped-headers.ts';
import { type HeaderKinds, unlistable } from './header-kinds.ts';
import type { BodyFraming, RequestHead } from './request-head.ts';
import { otherCookies } from './sign-in-cookies.ts';

type RawRequest = Pick<Call, 'method' | 'target' | 'version' | 'rawHeaders' | 'socket'>;

/** The fields that bear on how the request is read, gathered in one pass over its headers. */
interface Fields {
  readonly headers: string[];
  readonly authorization: string[];
  readonly cookie: string[];
  readonly excepted: string[];
  dropped: DroppedHeaders | undefined;
  host: string | undefined;
  connection: string;
  length: string | undefined;
  coding: string | undefined;
  expect: string | undefined;
  upgrade: string | undefined;
  via: string;
  repeated: string | undefined;
}

const none: BodyFraming = Object.freeze({ kind: 'none' });
const chunked: BodyFraming = Object.freeze({ kind: 'chunked' });
const authorityForm =
  /^(?:(?=[^:]{1,254}(?::|$))[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.?|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?$/;
const targetCharacters = /^[\x21-\x22\x24-\x7e]*$/;
const contentLength = /^[0-9]{1,15}$/;

/**
 * Reads the head of a request, or refuses one that two servers could read differently (RFC 9112 §3.2, §6.3, §11.2).
 * Headers that only the gateway may send, or that could be taken for such, those that concern the connection only, and the
 * cookies of sign-in do not come through.
 */
export function readHead(request: RawRequest, kinds: HeaderKinds): RequestHead | Denial {
  const { method, target, version } = request;
  const fields = readFields(request.rawHeaders, kinds);
  const opensSocket = request.socket !== undefined;
  const fault = faultOf(fields, version, opensSocket) ?? targetFault(target);
  if (fault !== undefined) return fault;
  const listed = applyConnection(fields, kinds);
  if (listed !== undefined) return listed;
  const question = target.indexOf('?');
  const authority = fields.host ?? '';
  return {
    method,
    rawPath: question === -1 ? target : target.slice(0, question),
    query: question === -1 ? '' : target.slice(question),
    host: hostNameOf(authority),
    authority,
    authorization: fields.authorization,
    cookie: fields.cookie,
    elsewhere: nowhere,
    keys: nowhere,
    headers: fields.headers,
    excepted: fields.excepted,
    dropped: fields.dropped,
    via: fields.via,
    body: bodyOf(fields),
    expectsContinue: fields.expect !== undefined,
    opensSocket,
  };
}

const nowhere: readonly never[] = Object.freeze([]);

function readFields(raw: readonly string[], kinds: HeaderKinds): Fields {
  const fields: Fields = {
    headers: [],
    authorization: [],
    cookie: [],
    excepted: [],
    dropped: undefined,
    host: undefined,
    connection: '',
    length: undefined,
    coding: undefined,
    expect: undefined,
    upgrade: undefined,
    via: '',
    repeated: undefined,
  };
  for (let index = 0; index < raw.length; index += 2) {
    readField(fields, raw[index] ?? '', raw[index + 1] ?? '', kinds);
  }
  return fields;
}

function readField(fields: Fields, name: string, value: string, kinds: HeaderKinds): void {
  switch (kinds(name)) {
    case 'forward':
      fields.headers.push(name, value);
      return;
    case 'authorization':
      fields.authorization.push(value);
      return;
    case 'cookie':
      readCookies(fields, name, value);
      return;
    case 'host':
      if (fields.host !== undefined) fields.repeated = 'Host';
      fields.host = value;
      return;
    case 'connection':
      fields.connection = fields.connection === '' ? value : `${fields.connection},${value}`;
      return;
    case 'content-length':
      if (fields.length !== undefined) fields.repeated = 'Content-Length';
      fields.length = value;
      return;
    case 'transfer-encoding':
      if (fields.coding !== undefined) fields.repeated = 'Transfer-Encoding';
      fields.coding = value;
      return;
    case 'expect':
      fields.expect = value;
      return;
    case 'upgrade':
      fields.upgrade = value;
      return;
    case 'via':
      fields.via = fields.via === '' ? value : `${fields.via}, ${value}`;
      return;
    case 'excepted':
      fields.excepted.push(name, value);
      return;
    case 'ours':
    case 'twin':
      fields.dropped ??= new DroppedHeaders();
      fields.dropped.add(name);
      return;
    case 'hop':
  }
}

function readCookies(fields: Fields, name: string, value: string): void {
  const others = otherCookies(value);
  if (others !== undefined) fields.headers.push(name, others);
  if (others === value) return;
  fields.cookie.push(value);
  fields.dropped ??= new DroppedHeaders();
  fields.dropped.addSignInCookie();
}

function faultOf(fields: Fields, version: string, opensSocket: boolean): Denial | undefined {
  const { host, length, coding, expect, upgrade, repeated } = fields;
  if (version !== '1.1' && version !== '1.0' && version !== '2') {
    return malformed(refusal('request_malformed.http_version', { version }));
  }
  if (repeated !== undefined) {
    return malformed(refusal('request_malformed.repeated_header', { header: repeated }));
  }
  if (host === undefined ? version !== '1.0' : !authorityForm.test(host)) {
    return malformed(
      refusal(host === undefined ? 'request_malformed.no_host' : 'request_malformed.host_form'),
    );
  }
  if (coding !== undefined && (length !== undefined || version === '1.0')) {
    const variant = length === undefined ? 'coding_in_http_1_0' : 'coding_and_length';
    return malformed(refusal(`request_malformed.${variant}`));
  }
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    return malformed(refusal('request_malformed.coding'));
  }
  if (length !== undefined && !contentLength.test(length)) {
    return malformed(refusal('request_malformed.length_form'));
  }
  if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    return malformed(refusal('request_malformed.expectation'));
  }
  if (upgrade === undefined || opensSocket || isCleartextHttp2(upgrade)) return undefined;
  return upgradeRefused();
}

/** Some clients offer h2c with every first request and go on in HTTP/1.1 when it is ignored (RFC 9110 §7.8). */
function isCleartextHttp2(upgrade: string): boolean {
  return upgrade.toLowerCase() === 'h2c';
}

function targetFault(target: string): Denial | undefined {
  if (!target.startsWith('/')) return malformed(refusal('request_malformed.target_form'));
  return targetCharacters.test(target)
    ? undefined
    : malformed(refusal('request_malformed.target_characters'));
}

/** The client's list is applied before the gateway adds anything, so that it can take away only what the client sent. */
function applyConnection(fields: Fields, kinds: HeaderKinds): Denial | undefined {
  const { connection } = fields;
  if (connection === '' || connection === 'keep-alive' || connection === 'close') return undefined;
  const listed = connection.split(',').map((option) => option.trim().toLowerCase());
  const wrong = listed.find((name) => name !== 'connection' && mayNotBeListed(name, kinds));
  if (wrong !== undefined) return malformed(refusal('request_malformed.connection_list'));
  dropListed(fields.headers, new Set(listed));
  return undefined;
}

function mayNotBeListed(name: string, kinds: HeaderKinds): boolean {
  const kind = kinds(name);
  if (kind === 'upgrade' || kind === 'hop') return false;
  return kind !== 'forward' || unlistable.has(name);
}

/** In one pass: taking each out of the array by itself would move all that follow it. */
function dropListed(headers: string[], listed: ReadonlySet<string>): void {
  let kept = 0;
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? '';
    if (listed.has(name.toLowerCase())) continue;
    headers[kept] = name;
    headers[kept + 1] = headers[index + 1] ?? '';
    kept += 2;
  }
  headers.length = kept;
}

function bodyOf({ length, coding }: Fields): BodyFraming {
  if (coding !== undefined) return chunked;
  const bytes = Number(length ?? 0);
  return bytes === 0 ? none : { kind: 'length', bytes };
}

/** The request cannot be read in one way only; its connection is closed, for nobody knows where the next one starts. */
function malformed(fault: SignetRefusal): Denial {
  return new Denial('read-request', fault, { closes: true });
}

/** For bytes that the parser gave up on. */
export function syntaxFault(): Denial {
  return malformed(refusal('request_malformed.syntax'));
}

export function upgradeRefused(): Denial {
  return new Denial('read-request', refusal('upgrade_not_supported.any'), { closes: true });
}
