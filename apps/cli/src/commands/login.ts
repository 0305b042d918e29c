import type { LoginRequest, TokenAnswer } from '@signet/contracts';
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

type AskedFor = Partial<Record<string, readonly [member: 'newPassword' | 'code', prompt: string]>>;

/** What a sign-in may ask for besides the password, by the code of the refusal that asks. */
const askedFor: AskedFor = {
  password_change_required: ['newPassword', 'This password works once. New password: '],
  second_factor_required: ['code', 'Code of your authenticator app, or a recovery code: '],
};

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
  const tokens = await signIn(body, client, ask);
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

/** Asks for what the server wants, one thing after the other; it asks for none twice. */
async function signIn(
  body: LoginRequest,
  client: { login(body: LoginRequest): Promise<TokenAnswer> },
  ask: (prompt: string) => Promise<string>,
): Promise<TokenAnswer> {
  return client.login(body).catch(async (error: unknown) => {
    const [member, prompt] = (error instanceof RefusedByServer && askedFor[error.code]) || [];
    if (member === undefined || prompt === undefined || body[member] !== undefined) throw error;
    const given = await ask(prompt);
    if (given === '') throw error;
    return signIn({ ...body, [member]: given }, client, ask);
  });
}
