import { tokenAnswerSchema } from '@signet/contracts';
import type { Context } from '../context.ts';
import { serverAt } from '../server/find-server.ts';
import { readAnswer, send } from '../server/request.ts';
import { refreshCookieOf } from './refresh-cookie.ts';
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
  const { address, way } = serverAt(session.server, dataFolder);
  const message = { method: 'POST', headers: { cookie: session.refreshCookie } };
  const response = await send(`${address}/auth/refresh`, message, way);
  const refreshCookie = refreshCookieOf(response) ?? session.refreshCookie;
  const { accessToken, expiresAt } = await readAnswer(response, tokenAnswerSchema);
  const fresh = { ...session, accessToken, expiresAt, refreshCookie };
  writeSession(dataFolder, fresh);
  return fresh;
}
