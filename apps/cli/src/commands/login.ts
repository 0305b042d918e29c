import { type TokenAnswer, tokenAnswerSchema } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { openPasswordPrompt } from '../input/ask-password.ts';
import { dataFolderOf, findServer, type Server } from '../server/find-server.ts';
import { readAnswer, send } from '../server/request.ts';
import { refreshCookieOf } from '../session/refresh-cookie.ts';
import { sessionFile, writeSession } from '../session/session-file.ts';
import { outcomeLine } from '../terminal/palette.ts';

export interface LoginOptions extends ServerOptions {
  readonly audience?: string;
}

interface SignedIn {
  readonly tokens: TokenAnswer;
  readonly refreshCookie: string | undefined;
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
  const { tokens, refreshCookie } = await signIn(server, body).catch(async (error: unknown) => {
    if (!(error instanceof CommandFailure) || error.parts.code !== 'password_change_required') throw error;
    const newPassword = await ask('This password works once. New password: ');
    if (newPassword === '') throw error;
    return signIn(server, { ...body, newPassword });
  });
  writeSession(folder, {
    server: server.address,
    username,
    sessionId: tokens.sessionId,
    accessToken: tokens.accessToken,
    expiresAt: tokens.expiresAt,
    ...(refreshCookie === undefined ? {} : { refreshCookie }),
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

async function signIn({ address, way }: Server, body: object): Promise<SignedIn> {
  const message = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await send(`${address}/auth/login`, message, way);
  const refreshCookie = refreshCookieOf(response);
  return { tokens: await readAnswer(response, tokenAnswerSchema), refreshCookie };
}
