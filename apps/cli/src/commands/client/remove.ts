import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

/** Removes a client with all that it has. */
export async function removeClient(context: Context, id: string, options: ServerOptions): Promise<void> {
  const removed = await openAdmin(context, options).removeClient({ id });
  answer(context, options, removed, () =>
    [
      outcomeLine(context.paint, true, `Removed client ${removed.id}.`),
      `Entry     ${removed.sequence} of the log; the gateways of this node refuse its tokens from now on`,
      '',
    ].join('\n'),
  );
}
