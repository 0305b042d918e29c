import { RefreshCookie, RefusedByServer } from '@signet/sdk/client';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { openPasswordPrompt } from '../input/ask-password.ts';
import { dataFolderOf, findServer } from '../server/find-server.ts';
import { openClient } from '../server/open-client.ts';
import { sessionFile, writeSession } from '../session/session-file.ts';
import { outcomeLine } from '../terminal/palette.ts';

export interface LoginOptions extends ServerOptions {
  readonly audience?: string;
}

/** Signs in and keeps the session for the commands after it. A one-time password is replaced on the way. */
export async function login(context: Context, username: string, options: LoginOptions): Promise<void> {
  const server = findServer(context, options);
  const folder = dataFolderOf(context, options);
  const ask = openPasswordPrompt(context.terminal);
  const password = await ask(`Password of ${username}: `);
  const body = {
    username,
    password,
    ...(options.audience === undefined ? {} : { audience: options.audience }),
  };
  const cookie = new RefreshCookie();
  const client = openClient(server, { cookie });
  const tokens = await client.login(body).catch(async (error: unknown) => {
    if (!(error instanceof RefusedByServer) || error.code !== 'password_change_required') throw error;
    const newPassword = await ask('This password works once. New password: ');
    if (newPassword === '') throw error;
    return client.login({ ...body, newPassword });
  });
  writeSession(folder, {
    server: server.address,
    username,
    sessionId: tokens.sessionId,
    accessToken: tokens.accessToken,
    expiresAt: tokens.expiresAt,
    ...(cookie.pair === undefined ? {} : { refreshCookie: cookie.pair }),
  });
  const { sessionId, scope, expiresAt } = tokens;
  const file = sessionFile(folder);
  answer(context, options, { username, sessionId, scope, expiresAt, sessionFile: file }, () =>
    [
      outcomeLine(context.paint, true, `Signed in as ${username}.`),
      `Session   ${sessionId}`,
      `Scopes    ${scope === '' ? 'none' : scope}`,
      `Expires   ${expiresAt} (in ${Math.round(tokens.expiresIn / 60)} min)`,
      `Kept in   ${file}, readable by you only`,
      '',
    ].join('\n'),
  );
}
