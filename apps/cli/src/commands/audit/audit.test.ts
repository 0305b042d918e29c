import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, type Ran, type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

describe('the audit log on the command line', () => {
  const folder = temporaryFolder();
  let server: RunningSignet;

  beforeAll(async () => {
    server = await startSignet({ dataFolder: folder.path, by: [process.execPath, launcher] });
  });

  afterAll(async () => {
    await server.stop();
    folder[Symbol.dispose]();
  });

  const signet = (...words: string[]): Promise<Ran> => runInProcess([...words, '--data', folder.path]);
  const change = (statement: string): void => {
    using database = new DatabaseSync(join(folder.path, 'signet.db'));
    database.exec(statement);
  };

  it('shows who did what, and from where', async () => {
    await signet('client', 'add', 'invoices', '--type', 'public', '--redirect', 'https://app.example/cb');
    await fetch(`${server.web}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'demo', password: 'a guess' }),
    });
    const { out } = await signet('audit', 'list');
    expect(out).toMatch(/client\.added +operator +invoices/);
    expect(out).toMatch(/sign_in\.failed +anonymous +usr_\w+ +127\.0\.0\.1 +code=credentials_invalid/);
    const added = JSON.parse((await signet('audit', 'list', '--action', 'client.added', '--json')).out);
    expect(added.entries).toMatchObject([
      { actor: { kind: 'operator' }, requestId: expect.stringMatching(/^req_/) },
    ]);
    expect(await signet('audit', 'list', '--action', 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('sign_in.failed'),
    });
  });

  it('stands beside a ledger that adds up, until somebody touches it', async () => {
    expect(await signet('llm', 'ledger', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('The ledger adds up: 0 requests (0 open), 0 budgets.'),
    });
    change(
      "insert into ledger_pages (key, ends_at, budget, held, spent) values ('k', 4000000000000, 'teams', 0, 7)",
    );
    expect(await signet('llm', 'ledger', 'verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'Budget teams until 2096-10-02T07:06:40.000Z counts 7; its requests come to 0.',
      ),
    });
    change('delete from ledger_pages');
    change(`insert into ledger_entries values ('r', 0, 'settled', ${Date.now()}, 'USD', 1500000, 1500000, 0, 3, 3, 0,
      '{"team":"=red"}', 'provider', 1, 2, 1)`);
    expect(await signet('llm', 'costs', '--by', 'team')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/=red +1\.500000 USD +1 +2 +1 +0/),
    });
    expect((await signet('llm', 'costs', '--by', 'team', '--since', '1d', '--csv')).out).toContain(
      "'=red,USD,1.500000,1,2,1,0",
    );
    expect(await signet('llm', 'costs', '--by', 'a"b')).toMatchObject({ code: 1 });
    expect(await signet('llm', 'costs', '--by', 'team', '--since', 'ever')).toMatchObject({ code: 2 });
    change('delete from ledger_entries');
  });

  it('is one chain, until somebody touches it', async () => {
    const whole = await signet('audit', 'verify');
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('entries in one chain') });
    const head = /^Head +(\S+)$/m.exec(whole.out)?.[1] ?? '';
    expect(await signet('audit', 'verify', '--head', head)).toMatchObject({ code: 0 });
    change("update audit_entries set actor_kind = 'server' where action = 'client.added'");
    expect(await signet('audit', 'verify')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Entry \d+ was changed/),
    });
    change("update audit_entries set actor_kind = 'operator' where action = 'client.added'");
    change('delete from audit_entries where sequence = (select max(sequence) from audit_entries)');
    expect(await signet('audit', 'verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('its end was taken away'),
    });
    change("update counters set value = value - 1 where name = 'audit'");
    expect(await signet('audit', 'verify')).toMatchObject({ code: 0 });
    expect(await signet('audit', 'verify', '--head', head)).toMatchObject({ code: 1 });
    expect(await signet('audit', 'verify', '--head', 'nonsense')).toMatchObject({ code: 2 });
  });
});
