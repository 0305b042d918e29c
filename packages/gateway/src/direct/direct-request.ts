import { isFieldValue, isToken, withoutOuterBlanks } from '../http1/field-syntax.ts';
import { remembered } from '../http1/remembered.ts';

/** A request that can be read in one way only, with all of it at hand. */
export interface DirectRequest {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** As they came: name, value, name, value … */
  readonly rawHeaders: readonly string[];
  /** Bytes of its body behind the head; 0 where it has none. */
  readonly bodyBytes: number;
  /** Characters that the head takes, with the empty line. */
  readonly headBytes: number;
  /** The client will send no other request on this connection. */
  readonly last: boolean;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const version = ' HTTP/1.1\r\n';
const forbiddenInTarget = /[^\x21-\x7e]/;
const digits = /^[0-9]{1,15}$/;

/**
 * Reads the head of a request from the beginning of `text`, which is decoded as latin1. Undefined for all that is not plain: a
 * head that is not complete, longer than `mostBytes` or in any way unusual, another version, another protocol, chunks, an expectation. It is
 * not refused for that: who reads requests at length has the last word on it. What is read is what `node:http` reads
 * (RFC 9112 §2–6).
 */
export function readDirectRequest(text: string, mostBytes: number): DirectRequest | undefined {
  const methodEnd = text.indexOf(' ');
  if (methodEnd < 3 || methodEnd > 7) return undefined;
  const method = text.slice(0, methodEnd);
  if (!methods.has(method)) return undefined;
  const targetEnd = text.indexOf(' ', methodEnd + 1);
  if (targetEnd === -1 || !text.startsWith(version, targetEnd)) return undefined;
  const target = text.slice(methodEnd + 1, targetEnd);
  if (target.charCodeAt(0) !== 0x2f || forbiddenInTarget.test(target)) return undefined;
  return readFields(text, { method, target, at: targetEnd + version.length, mostBytes });
}

interface Start {
  readonly method: string;
  readonly target: string;
  /** Where the fields begin. */
  readonly at: number;
  readonly mostBytes: number;
}

function readFields(text: string, { method, target, at: from, mostBytes }: Start): DirectRequest | undefined {
  const rawHeaders: string[] = [];
  let bodyBytes = -1;
  let last = false;
  let at = from;
  for (;;) {
    const end = text.indexOf('\r\n', at);
    if (end === -1 || end > mostBytes) return undefined;
    if (end === at) break;
    const colon = text.indexOf(':', at);
    if (colon === -1 || colon > end) return undefined;
    const name = text.slice(at, colon);
    const value = withoutOuterBlanks(text, colon + 1, end);
    if (!isFieldValue(value)) return undefined;
    switch (kindOf(name)) {
      case 'other':
        break;
      case 'length':
        if (bodyBytes !== -1 || !digits.test(value)) return undefined;
        bodyBytes = Number(value);
        break;
      case 'connection':
        if (last || !isPlainConnection(value)) return undefined;
        last = isClose(value);
        break;
      case 'unusual':
        return undefined;
    }
    rawHeaders.push(name, value);
    at = end + 2;
  }
  return { method, target, rawHeaders, bodyBytes: Math.max(0, bodyBytes), headBytes: at + 2, last };
}

type Kind = 'other' | 'length' | 'connection' | 'unusual';

const kindOf = remembered((name): Kind => {
  if (!isToken(name)) return 'unusual';
  switch (name.toLowerCase()) {
    case 'connection':
      return 'connection';
    case 'content-length':
      return 'length';
    case 'expect':
    case 'proxy-connection':
    case 'transfer-encoding':
    case 'upgrade':
      return 'unusual';
    default:
      return 'other';
  }
});

function isPlainConnection(value: string): boolean {
  return value.length === 10 ? value.toLowerCase() === 'keep-alive' : isClose(value);
}

function isClose(value: string): boolean {
  return value.length === 5 && value.toLowerCase() === 'close';
}
