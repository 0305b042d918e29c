import { answer, type Context, type ServerOptions } from '../../context.ts';
import { dataFolderOf, serverAt } from '../../server/find-server.ts';
import { openClient } from '../../server/open-client.ts';
import { readSession } from '../../session/session-file.ts';
import { signedIn } from '../../session/signed-in.ts';
import { jsonText } from '../../terminal/json-text.ts';

/** Prints the keys that the session's server publishes, as the key set that verifies the session's token. */
export async function sessionKeys(context: Context, options: ServerOptions): Promise<void> {
  const folder = dataFolderOf(context, options);
  const { server } = signedIn(readSession(folder));
  const keySet = await openClient(serverAt(server, folder)).readKeys();
  answer(context, options, keySet, () => jsonText(keySet));
}
