import { remembered } from '../http1/remembered.ts';
import { setsSignInCookie } from '../request/sign-in-cookies.ts';

/** Headers of an upstream's answer that concern its connection to us, or that only we may say to the client. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'signet-reference',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const kindOf = remembered((name): 'connection' | 'dropped' | 'length' | 'cookie' | 'passed' => {
  const lower = name.toLowerCase();
  if (lower === 'connection') return 'connection';
  if (dropped.has(lower)) return 'dropped';
  if (lower === 'content-length') return 'length';
  return lower === 'set-cookie' ? 'cookie' : 'passed';
});

/** Says nothing of other headers. */
const plainConnection = /^(?:keep-alive|close)$/i;

export interface AnswerHeaders {
  /** Name, value, name, value … */
  readonly headers: string[];
  /** The upstream tried to set a cookie of sign-in. */
  readonly setsSignInCookie: boolean;
}

/**
 * The upstream's headers as the client gets them (RFC 9110 §7.6.1). An upstream that could set a cookie of sign-in could sign the
 * browser out, or in as somebody else.
 */
export function responseHeaders(status: number, raw: readonly string[], reference: string): AnswerHeaders {
  const headers: string[] = ['signet-reference', reference];
  let listed: string | undefined;
  let signInCookie = false;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const kind = kindOf(name);
    if (kind === 'connection' && !plainConnection.test(raw[index + 1] ?? ''))
      listed = `${listed ?? ''},${raw[index + 1]}`;
    if (kind === 'connection' || kind === 'dropped' || (kind === 'length' && status === 204)) continue;
    if (kind === 'cookie' && setsSignInCookie(raw[index + 1] ?? '')) signInCookie = true;
    else headers.push(name, raw[index + 1] ?? '');
  }
  return {
    headers: listed === undefined ? headers : withoutListed(headers, listed),
    setsSignInCookie: signInCookie,
  };
}

function withoutListed(headers: string[], list: string): string[] {
  const listed = new Set(list.split(',').map((option) => option.trim().toLowerCase()));
  // Framing is never an option of the connection; an upstream that lists it would have us change the message.
  listed.delete('content-length');
  return headers.filter((_, index) => !listed.has((headers[index - (index % 2)] ?? '').toLowerCase()));
}
