import type { ClientSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';

const titles = ['CLIENT', 'NAME', 'TYPE', 'GRANTS', 'DECLARED'];

/** Of the server's longest pages; more clients than these no terminal shows. */
const mostPages = 100;
const page = 1000;

/** Shows every client: its id, name and type, how it gets tokens, and where it is declared. */
export async function listClients(context: Context, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const clients: ClientSummary[] = [];
  let next: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const answered = await admin.listClients(
      next === undefined ? { limit: page } : { limit: page, after: next },
    );
    clients.push(...answered.clients);
    next = answered.next;
    if (next === undefined) break;
  }
  answer(context, options, { clients }, () => `${table(titles, clients.map(rowOf), context.paint)}\n`);
}

function rowOf({ id, name, type, grants, source }: ClientSummary): readonly string[] {
  const declared = source === 'store' ? 'added' : 'signet.yaml';
  return [id, safeText(name), type, grants.join(' ') || '–', declared];
}
