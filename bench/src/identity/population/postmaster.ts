import { runStatements } from '@signet/testing/servers';

/** The process that all connections of this server are children of; its file names it first. */
export async function postmasterOf(url: string): Promise<number> {
  const [row] = await runStatements(url, ["select pg_read_file('postmaster.pid') as file"]);
  return Number.parseInt(String(row?.['file']), 10);
}
