import type { ClaimInput } from '@signet/conditions';
import {
  type FillRandom,
  type IdentityConfiguration,
  newId,
  refusal,
  SignetError,
  type TokenHookConfiguration,
  type WallClock,
} from '@signet/contracts';
import type { RemoteSigningKey, SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { AskServer } from '@signet/trust';
import type { MappedClaims } from '../entitlements/claim-input.ts';
import { toSeconds } from '../seconds.ts';
import type { LatestExpiry } from '../tokens/latest-expiry.ts';
import { readHookAnswer } from './read-hook-answer.ts';

/** Of a question to the hook: of a type that no API, no exchange and no log-out takes. */
export const tokenHookType = 'token-hook+jwt';

/** Seconds. */
const life = 60;
const mostBytes = 8192;
/** Each holds a connection for as long as the hook may take. */
const mostAtOnce = 64;

export interface TokenHook {
  readonly isSet: () => boolean;
  /** Whether it is asked for tokens of an API of this name. */
  readonly isFor: (api: string) => boolean;
  /**
   * What it adds to a token.
   * @throws SignetError `token_hook_failed` where it has no answer of use, and no token is to be issued then
   */
  readonly ask: (about: ClaimInput) => Promise<MappedClaims>;
}

export interface TokenHookParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly signing: () => Promise<SigningKey | RemoteSigningKey>;
  readonly askServer: AskServer;
  readonly random: FillRandom;
  readonly latestExpiry: LatestExpiry;
  readonly wall: WallClock;
  readonly reportFault: (error: unknown) => void;
}

export function createTokenHook(parts: TokenHookParts): TokenHook {
  let asking = 0;
  return {
    isSet: () => parts.configuration().tokenHook !== undefined,
    isFor: (api) => {
      const hook = parts.configuration().tokenHook;
      return hook !== undefined && (hook.apis === undefined || hook.apis.includes(api));
    },
    ask: async (about) => {
      const hook = parts.configuration().tokenHook;
      if (hook === undefined) return {};
      if (asking >= mostAtOnce)
        return failed(new Error('it is asked too much at once'), hook.onFailure, parts);
      asking += 1;
      try {
        return await askOnce(about, hook, parts);
      } catch (error) {
        return failed(error, hook.onFailure, parts);
      } finally {
        asking -= 1;
      }
    },
  };
}

type Hook = TokenHookConfiguration;

async function askOnce(about: ClaimInput, hook: Hook, parts: TokenHookParts): Promise<MappedClaims> {
  const body = await questionFor(about, hook.url, parts);
  const headers = { 'content-type': 'application/jwt', accept: 'application/json' };
  const limits = { maxBytes: mostBytes, timeoutMs: hook.timeout, reach: 'anywhere' } as const;
  return readHookAnswer(await parts.askServer(hook.url, { method: 'POST', headers, body }, limits));
}

/** Signed as tokens are, so that the hook needs no secret, and names it, so that it is good at no other. */
async function questionFor(about: ClaimInput, url: string, parts: TokenHookParts): Promise<string> {
  const iat = toSeconds(parts.wall());
  parts.latestExpiry.note((iat + life) * 1000);
  const { user, organization, client, scope, api } = about;
  const question = {
    iss: parts.issuer,
    aud: url,
    iat,
    exp: iat + life,
    jti: newId('token', parts.random),
    ...{ api, client, scope },
    ...(user === undefined ? {} : { user }),
    ...(organization === undefined ? {} : { organization }),
  };
  return signToken(question, { key: await parts.signing(), type: tokenHookType });
}

/** What came stands in no log: it may be of persons. */
function failed(error: unknown, onFailure: Hook['onFailure'], parts: TokenHookParts): MappedClaims {
  const words = error instanceof Error ? error.message : 'something else';
  parts.reportFault(new Error(`The token hook has no answer of use: ${words.slice(0, 200)}`));
  if (onFailure === 'skip') return {};
  throw new SignetError(refusal('token_hook_failed'));
}
