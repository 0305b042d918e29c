import { RefreshCookie } from '@signet/sdk/client';
import type { Context } from '../context.ts';
import { serverAt } from '../server/find-server.ts';
import { openClient } from '../server/open-client.ts';
import { type CliSession, readSession, writeSession } from './session-file.ts';

/** An access token with less time than this left is replaced before it is used. */
const leastLeft = 5000;

/**
 * The session of this data folder, with an access token that has not run out: it is refreshed where that is needed
 * and possible. A session that was ended keeps its last token, to be refused with.
 */
export async function freshSession(context: Context, dataFolder: string): Promise<CliSession | undefined> {
  const session = readSession(dataFolder);
  if (session?.refreshCookie === undefined) return session;
  if (Date.parse(session.expiresAt) - context.clock() > leastLeft) return session;
  const cookie = new RefreshCookie(session.refreshCookie);
  const { accessToken, expiresAt } = await openClient(serverAt(session.server, dataFolder), {
    cookie,
  }).refresh({});
  const fresh = { ...session, accessToken, expiresAt, refreshCookie: cookie.pair ?? session.refreshCookie };
  writeSession(dataFolder, fresh);
  return fresh;
}
