import { STATUS_CODES } from 'node:http';
import { isFieldName, isFieldValue } from '../http1/field-syntax.ts';

/** How the bytes behind a head are told apart from the next answer (RFC 9112 §6). */
export type AnswerFraming = 'none' | 'length' | 'chunked';

export interface AnswerHead {
  /** As it is written to the wire (latin1). */
  readonly text: string;
  readonly framing: AnswerFraming;
  /** The connection ends behind this answer. */
  readonly last: boolean;
}

export interface HeadOptions {
  /** Of the request. */
  readonly method: string;
  readonly status: number;
  readonly reason: string | undefined;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  /** The connection may carry another request. */
  readonly keep: boolean;
  /** Seconds that it waits for one. */
  readonly keptFor: number;
}

/**
 * The head of an answer, with what `node:http` adds to one: date, framing, what becomes of the connection.
 * @throws TypeError when a part could be read as something else: this would be a bug in the caller, and fails closed.
 */
export function writeAnswerHead({ method, status, reason, headers, keep, keptFor }: HeadOptions): AnswerHead {
  const words = reason ?? STATUS_CODES[status] ?? '';
  if (!isFieldValue(words)) throw new TypeError('The reason has a forbidden character');
  let text = `HTTP/1.1 ${status} ${words}\r\n`;
  let framing: AnswerFraming = 'chunked';
  let last = !keep;
  let dated = false;
  let says = false;
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? '';
    const value = headers[index + 1] ?? '';
    if (!isFieldName(name) || !isFieldValue(value))
      throw new TypeError(`The header ${name} has a forbidden character`);
    text += `${name}: ${value}\r\n`;
    if (name.length === 4) dated ||= name.toLowerCase() === 'date';
    else if (name.length === 14 && name.toLowerCase() === 'content-length') framing = 'length';
    else if (name.length === 10 && name.toLowerCase() === 'connection') {
      says = true;
      last ||= value.toLowerCase() === 'close';
    }
  }
  if (!dated) text += `Date: ${httpDate()}\r\n`;
  if (!says) text += last ? 'Connection: close\r\n' : keepAlive(keptFor);
  if (status === 204 || status === 304) framing = 'none';
  else if (framing === 'chunked') text += 'Transfer-Encoding: chunked\r\n';
  return { text: `${text}\r\n`, framing: method === 'HEAD' ? 'none' : framing, last };
}

function keepAlive(seconds: number): string {
  return `Connection: keep-alive\r\nKeep-Alive: timeout=${seconds}\r\n`;
}

let dateSecond = 0;
let dateText = '';

/** Written once a second. */
function httpDate(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(second * 1000).toUTCString();
  }
  return dateText;
}
