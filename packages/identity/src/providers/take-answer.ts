import type { FillRandom, WallClock } from '@signet/contracts';
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { ProtocolStore } from '../ports/index.ts';
import { useOnce } from '../token-endpoint/use-once.ts';
import { askWho } from './ask-who.ts';
import { callbackPath } from './callback-path.ts';
import type { Held, ProviderCookie, ProviderFailure, ProviderOutcome } from './provider-cookie.ts';
import type { OpenProvider, ProviderDirectory } from './provider-directory.ts';
import { providerFault } from './provider-fault.ts';

export interface TakeAnswerParts {
  readonly issuer: string;
  readonly providers: ProviderDirectory;
  readonly providerCookie: ProviderCookie;
  readonly protocol: ProtocolStore;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly reportFault: (error: unknown) => void;
}

/** Where the browser goes on: to a page of ours, which asks what came of it. */
export interface TakenAnswer {
  readonly goOn: string;
  /** A `Set-Cookie` value. */
  readonly cookie: string;
}

/**
 * What a provider sent the browser back with. `undefined` where this browser did not ask, or has its answer: then nothing
 * of it is looked at, and what is under way stays so.
 */
export async function takeAnswer(
  came: {
    readonly provider: string;
    /** Of the address, as it came. */
    readonly search: string;
    readonly cookieHeader: string | undefined;
  },
  parts: TakeAnswerParts,
): Promise<TakenAnswer | undefined> {
  const asked = parts.providerCookie.read(came.cookieHeader, 'asked');
  const states = new URLSearchParams(came.search).getAll('state');
  if (asked?.provider !== came.provider || states.length !== 1 || states[0] !== asked.state) return undefined;
  if (!(await useOnce(`provider state ${asked.state}`, asked.until, parts))) return undefined;
  const outcome = await outcomeOf(asked, came.search, parts);
  const id = Buffer.from(parts.random(new Uint8Array(16))).toString('base64url');
  const { provider, own } = asked;
  const answered = { stage: 'answered', provider, id, outcome } as const;
  const cookie = parts.providerCookie.write(own === undefined ? answered : { ...answered, own });
  return { goOn: pageFor(asked), cookie };
}

function pageFor({ interaction, own }: Held<'asked'>): string {
  if (own !== undefined) return `/account#${own.to === 'join' ? 'joined' : 'proven'}`;
  return `${interaction === undefined ? '/account' : `/signin/${interaction}`}#provider`;
}

async function outcomeOf(
  asked: Held<'asked'>,
  search: string,
  parts: TakeAnswerParts,
): Promise<ProviderOutcome> {
  const provider = parts.providers.find(asked.provider);
  // Whoever is configured under this name now was not asked.
  if (provider?.issuer !== asked.issuer) return { kind: 'failed', why: 'invalid' };
  let opened: OpenProvider | undefined;
  try {
    opened = await parts.providers.open(provider);
    const came = new URL(parts.issuer + callbackPath(provider.id) + search);
    return { kind: 'signed-in', person: await askWho(came, asked, { provider, opened }) };
  } catch (error) {
    parts.reportFault(providerFault(provider.id, error));
    return { kind: 'failed', why: whyOf(error, opened) };
  }
}

function whyOf(error: unknown, opened: OpenProvider | undefined): ProviderFailure {
  if (opened === undefined || opened.line.broken() !== undefined) return 'unreachable';
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'denied' : 'refused';
  }
  return error instanceof ResponseBodyError ? 'refused' : 'invalid';
}
