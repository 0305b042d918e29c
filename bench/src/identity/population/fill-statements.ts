import { fewGroup, fewPeople, fewRole, type Population, secretStart, strideOf } from './population.ts';

export interface FillWith extends Population {
  readonly passwordHash: string;
  readonly audience: string;
  /** Of the app that every other session belongs to. */
  readonly clientId: string;
  readonly now: number;
}

/** What one database says otherwise than the other. */
export interface Words {
  /** A table `n` with the column `i`, from 0. */
  series(size: number): string;
  hex(number: string): string;
  sha256(text: string): string;
}

export const sqliteWords: Words = {
  series: (size) =>
    `(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${size - 1}) select i from n) as n`,
  hex: (number) => `printf('%08x', ${number})`,
  sha256: (text) => `sha256_hex(${text})`,
};

export const postgresWords: Words = {
  series: (size) => `generate_series(0::bigint, ${size - 1}) as n(i)`,
  hex: (number) => `lpad(to_hex(${number}), 8, '0')`,
  sha256: (text) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`,
};

const hour = 3_600_000;

/** One statement for each table, in an order that their references allow. */
export function fillStatements(given: FillWith, words: Words): readonly string[] {
  const { size, passwordHash, audience, clientId, now } = given;
  const from = `from ${words.series(size)}`;
  const hex = words.hex(`n.i * ${strideOf(size)}`);
  const id = (prefix: string) => `'${prefix}_' || ${hex} || '${'0'.repeat(18)}'`;
  const few = `n.i % ${Math.ceil(size / fewPeople)}`;
  const name = `'user-' || ${hex}`;
  const app = 'n.i % 2 = 1';
  const until = now + 100 * hour;
  return [
    `insert into accounts (id, username, password_hash, password_is_one_time, roles, scopes, disabled, created_at, attributes, groups)
     select ${id('usr')}, ${name}, '${passwordHash}', 0, case when ${few} = 1 then '["${fewRole}"]' else '[]' end,
       '["orders:read"]', case when ${few} = 2 then 1 else 0 end, ${now} + n.i, '{}',
       case when ${few} = 3 then '["${fewGroup}"]' else '[]' end ${from}`,
    `insert into holders (kind, name, username, account_id)
     select 'role', '${fewRole}', ${name}, ${id('usr')} ${from} where ${few} = 1
     union all select 'group', '${fewGroup}', ${name}, ${id('usr')} ${from} where ${few} = 3`,
    `insert into email_addresses (account_id, address, verified_as)
     select ${id('usr')}, ${name} || '@example.org', ${name} || '@example.org' ${from}`,
    `insert into sessions (id, account_id, factors, started_at, expires_at)
     select ${id('ses')}, ${id('usr')}, '[{"method":"pwd","at":${now}}]', ${now}, ${until} ${from}`,
    `insert into grants (id, account_id, client_id, scopes, audiences, granted_at)
     select ${id('grt')}, ${id('usr')}, case when ${app} then '${clientId}' else 'signet' end,
       case when ${app} then '["openid","email"]' else '"all"' end, '["${audience}"]', ${now} ${from}`,
    `insert into families (id, session_id, grant_id, started_at)
     select ${id('fam')}, ${id('ses')}, ${id('grt')}, ${now} ${from}`,
    `insert into refresh_tokens (id, family_id, hash, issued_at, expires_at)
     select ${id('rtk')}, ${id('fam')}, ${words.sha256(`'${secretStart}' || ${hex}`)}, ${now}, ${until} ${from}`,
  ];
}
