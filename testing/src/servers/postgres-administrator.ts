import pg from 'pg';

/** Who stands beside a database of Signet's, sees what it does there, and gets in its way. */
export interface PostgresAdministrator {
  /** Resolves when a connection of Signet's is in the middle of a change that `slowDown` holds up. */
  busy(): Promise<void>;
  /** From now on, what changes the table takes for ever. */
  slowDown(table: string): Promise<void>;
  /** No longer; what was still held up is terminated. */
  heal(): Promise<void>;
  /** Ends every connection of Signet's, at the server. */
  terminate(): Promise<void>;
}

const ours = "from pg_stat_activity where application_name = 'signet' and datname = current_database()";

/** Each call has a connection of its own, as the server may have restarted since the last one. */
export function postgresAdministrator(url: string): PostgresAdministrator {
  const terminate = async (): Promise<void> => {
    await ask(url, `select pg_terminate_backend(pid) ${ours}`);
  };
  return {
    terminate,
    async busy() {
      while ((await ask(url, `select pid ${ours} and wait_event = 'PgSleep'`)).length === 0);
    },
    async slowDown(table) {
      await ask(
        url,
        `create function take_long() returns trigger language plpgsql as
           'begin perform pg_sleep(3600); return new; end';
         create trigger slow before insert or update on ${table} for each row execute function take_long()`,
      );
    },
    async heal() {
      // A server at work does not notice that its client has gone.
      await terminate();
      await ask(url, 'drop function if exists take_long cascade');
    },
  };
}

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
