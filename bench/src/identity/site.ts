import { readFileSync } from 'node:fs';
import type { PostgresLocation, SqliteLocation } from '@signet/store';

/** Where a measured identity provider listens, what it keeps its state in, and the clients that it knows. */
export interface IdentitySite {
  readonly port: number;
  /** Of Signet only; absent keeps all in memory. */
  readonly database?: Pick<SqliteLocation, 'file'> | Pick<PostgresLocation, 'url'>;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An app that people signed in to, without a secret. */
  readonly appId: string;
  /** The API that tokens are for. */
  readonly audience: string;
  readonly scope: string;
}

/** The site that the bench wrote for this program, named by its only argument. */
export function readIdentitySite(): IdentitySite {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as IdentitySite;
}
