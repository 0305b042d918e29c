import { RefreshCookie } from '@signet/sdk/client';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { dataFolderOf, findServer, serverAt } from '../server/find-server.ts';
import { openClient } from '../server/open-client.ts';
import { readSession, writeSession } from '../session/session-file.ts';
import { signedIn } from '../session/signed-in.ts';
import { outcomeLine } from '../terminal/palette.ts';

/** Ends the session at the server. The refresh cookie goes; the access token stays to be looked at until it expires. */
export async function logout(context: Context, options: ServerOptions): Promise<void> {
  const folder = dataFolderOf(context, options);
  const session = signedIn(readSession(folder));
  if (options.server !== undefined && findServer(context, options).address !== session.server) {
    throw elsewhere(session.server);
  }
  const { refreshCookie, ...kept } = session;
  const client = openClient(serverAt(session.server, folder), {
    credential: async () => session.accessToken,
    cookie: new RefreshCookie(refreshCookie),
  });
  const { sessionId, revocationSequence } = await client.logout();
  writeSession(folder, { ...kept, endedAt: session.endedAt ?? new Date(context.clock()).toISOString() });
  answer(context, options, { ended: true, sessionId: session.sessionId, revocationSequence }, () =>
    [
      outcomeLine(context.paint, true, `The session of ${session.username} has ended.`),
      `Session   ${sessionId ?? session.sessionId}`,
      revocationSequence === undefined
        ? 'It had ended before.'
        : `Revoked   entry ${revocationSequence} of the log; the gateways of this node refuse its tokens from now on`,
      '',
    ].join('\n'),
  );
}

/** The tokens of a session are shown to the server that made them, and to no other. */
function elsewhere(server: string): CommandFailure {
  return new CommandFailure({
    sentence: 'The session of this data folder is with another server; nothing was sent.',
    expected: server,
    fix: 'Leave `--server` out, or name the folder of the other session with `--data FOLDER`.',
  });
}
