import { answer, type Context, type ServerOptions } from '../../context.ts';
import { dataFolderOf } from '../../server/find-server.ts';
import { freshSession } from '../../session/fresh-session.ts';
import { signedIn } from '../../session/signed-in.ts';
import { printWarning } from '../../terminal/print-warning.ts';

/** Prints the access token of the session, alone, so that it can be piped; what must be said of it goes beside it. */
export async function sessionToken(context: Context, options: ServerOptions): Promise<void> {
  const session = signedIn(await freshSession(context, dataFolderOf(context, options)));
  const { accessToken, expiresAt, endedAt } = session;
  if (endedAt !== undefined) {
    printWarning(context, `The session ended at ${endedAt}: gateways refuse this token, though it verifies.`);
  } else if (context.terminal.peopleRead) {
    printWarning(context, `Whoever has this token may call as ${session.username} until ${expiresAt}.`);
  }
  answer(context, options, { accessToken, expiresAt }, () => `${accessToken}\n`);
}
