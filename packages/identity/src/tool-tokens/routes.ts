import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { passed } from '../outcome.ts';
import { createAsPerson } from '../own-sessions/as-person.ts';
import type { OwnSessionParts } from '../own-sessions/own-session.ts';
import {
  giveToolToken,
  listToolServers,
  type OwnToolTokenParts,
  removeToolToken,
} from './own-tool-tokens.ts';

export interface ToolTokenRouteParts extends OwnSessionParts, OwnToolTokenParts, SignInCookies {
  readonly issuer: string;
  readonly accounts: OwnToolTokenParts['accounts'];
  readonly wall: OwnToolTokenParts['wall'];
}

type ToolTokenEndpoint = 'listOwnToolServers' | 'giveToolToken' | 'removeToolToken';

/** What a person gives servers of tools of their own: a token comes in, and never goes out. */
export function toolTokenRoutes(parts: ToolTokenRouteParts, deny: Deny): Handlers<ToolTokenEndpoint> {
  const asPerson = createAsPerson(parts, deny);
  return {
    listOwnToolServers: (_nothing, call) =>
      asPerson(call, async (account) => passed(await listToolServers(account, parts))),
    giveToolToken: ({ body }, call) =>
      asPerson(call, (account) => giveToolToken(account, body, signInFrom(call.request, parts), parts)),
    removeToolToken: ({ body }, call) => asPerson(call, (account) => removeToolToken(account, body, parts)),
  };
}
