import type { FastifyRequest } from 'fastify';
import type { HostCookie } from '../http/host-cookie.ts';
import type { SignInFrom } from './check-password.ts';

/** The command line comes by a socket that has no address. */
const ownSocket = 'the socket of this machine';

/** Characters kept of what a device calls itself: those of browsers are shorter. */
const longestAgent = 256;

/** What a browser holds that is asked when somebody shows who they are. */
export interface SignInCookies {
  readonly deviceCookie: HostCookie;
  readonly passkeyCookie: HostCookie;
}

export function signInFrom(request: FastifyRequest, cookies: SignInCookies): SignInFrom {
  const held = cookies.deviceCookie.read(request.headers.cookie);
  const heldByBrowser = cookies.passkeyCookie.read(request.headers.cookie);
  return {
    address: request.ip || ownSocket,
    ...(request.headers.cookie === undefined ? {} : { cookies: request.headers.cookie }),
    agent: agentOf(request.headers['user-agent'] ?? ''),
    ...(held === undefined || held === 'several' ? {} : { heldByDevice: held }),
    ...(heldByBrowser === undefined || heldByBrowser === 'several' ? {} : { heldByBrowser }),
  };
}

/** It is written down and shown to people, so it is text and nothing else. */
function agentOf(header: string): string {
  return header.slice(0, longestAgent).replace(/[^\x20-\x7e]/g, '?');
}
