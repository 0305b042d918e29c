import type { Journey } from '../journey.ts';
import { plainAddress } from './client-address.ts';
import type { RequestHead } from './request-head.ts';
import type { TrustsProxy } from './trusted-proxies.ts';
import { valuesOf } from './values-of.ts';

/** The origin by which a client called, as it sees it: a proxy that is trusted says it, of whomever else the connection. */
export function addressedOrigin(
  { call, scheme }: Pick<Journey, 'call' | 'scheme'>,
  { authority }: Pick<RequestHead, 'authority'>,
  trusts: TrustsProxy,
): string {
  const isProxy = call.onlyAsked === true || trusts(plainAddress(call.peer));
  const said = (name: string) =>
    isProxy ? only(valuesOf(name, call.saidHeaders ?? call.rawHeaders)) : undefined;
  return `${said('x-forwarded-proto') ?? scheme}://${said('x-forwarded-host') ?? authority}`;
}

/** What is said twice says nothing. */
function only([value, ...more]: readonly string[]): string | undefined {
  return more.length === 0 ? value : undefined;
}
