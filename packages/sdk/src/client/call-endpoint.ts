import {
  type AnswerOf,
  type AnyEndpoint,
  type EndpointName,
  endpointRequest,
  endpoints,
  type GivenTo,
  type OperatorRequest,
} from '@signet/contracts';
import { readAnswer } from './read-answer.ts';
import type { RefreshCookie } from './refresh-cookie.ts';

/** The Signet that is called, and as whom. */
export interface Connection {
  /** The origin of the control side, such as `https://login.example`. */
  readonly issuer: string;
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /**
   * A bearer token, for the endpoints that take one; asked before each request, because an operator credential is good
   * for that one request, as it will be sent.
   */
  readonly credential?: (request: OperatorRequest) => Promise<string>;
  /** Of a program that is no browser: a browser keeps the cookie itself, out of reach of scripts. */
  readonly cookie?: RefreshCookie;
}

/** Rejects with `RefusedByServer`, with `AnswerNotUnderstood`, or with what `fetch` throws where nobody answered. */
export async function callEndpoint<Name extends EndpointName>(
  connection: Connection,
  name: Name,
  ...given: GivenTo<Name>
): Promise<AnswerOf<Name>> {
  const endpoint: AnyEndpoint = endpoints[name];
  const { method, target, body, ifMatch } = endpointRequest(name, ...given);
  const url = new URL(target, connection.issuer);
  const request = { method, target: `${url.pathname}${url.search}`, body };
  const response = await connection.fetch(url, {
    method,
    headers: {
      ...(await headersOf(request, endpoint, connection)),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    // A redirect would carry the credential to a place nobody named.
    redirect: 'error',
    ...(body === '' ? {} : { body }),
  });
  connection.cookie?.follow(response);
  return (await readAnswer(response, endpoint.answer)) as AnswerOf<Name>;
}

/** Credentials go to the endpoints that take them, and to no other. */
async function headersOf(
  request: OperatorRequest,
  { callers, form }: AnyEndpoint,
  { credential, cookie }: Connection,
): Promise<Record<string, string>> {
  const bearer = callers.includes('bearer') || callers.includes('operator') ? credential : undefined;
  const pair = callers.includes('cookie') ? cookie?.pair : undefined;
  return {
    accept: 'application/json, application/problem+json',
    ...(request.body === ''
      ? {}
      : { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
    ...(bearer === undefined ? {} : { authorization: `Bearer ${await bearer(request)}` }),
    ...(pair === undefined ? {} : { cookie: pair }),
  };
}
