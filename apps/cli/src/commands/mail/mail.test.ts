import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, type Ran, type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

describe('mail on the command line', () => {
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

  it('goes to the outbox where there is no mail server, and is shown there as it was written', async () => {
    expect((await signet('mail', 'list')).out).toBe('The outbox is empty\n');
    const ran = await signet('mail', 'test', 'ada@example.org', '--language', 'ja');
    expect(ran).toMatchObject({ code: 0, err: '', out: expect.stringContaining('`signet mail show`') });
    const list = async () => JSON.parse((await signet('mail', 'list', '--json')).out).mails;
    // The server writes it after it has answered.
    let mails = await list();
    while (mails.length === 0) mails = await list();
    expect(mails).toMatchObject([
      { to: 'ada@example.org', subject: expect.stringContaining('からのメールが届きました') },
    ]);
    const shown = await signet('mail', 'show', mails[0].id);
    expect(shown.out).toContain('メールが届くかどうか');
    expect(shown.out).not.toContain('<p');
  });

  it('is sent to no address that could be two, or a header', async () => {
    const ran = await signet('mail', 'test', 'ada@example.org\r\nBcc: eve@evil.example');
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('an email address') });
    const other = await signet('mail', 'test', 'ada@example.org', '--language', 'xx');
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('en, de') });
  });

  it('of the outbox is shown fit for a terminal, and what is no mail not at all', async () => {
    using other = temporaryFolder();
    mkdirSync(join(other.path, 'outbox'));
    const write = (name: string, text: string) => writeFileSync(join(other.path, 'outbox', name), text);
    write('20260101T000000Z-eml_1.eml', 'no mail');
    const head = 'To: a@b.example\nDate: Thu, 01 Jan 2026 00:00:00 +0000\nContent-Type: text/plain\n';
    write('20260102T000000Z-eml_2.eml', `${head}Subject: =?UTF-8?Q?=1B[31mred?=\n\nHello \u001b[2J`);
    const ran = await runInProcess(['mail', 'show', '--data', other.path]);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).not.toContain('\u001b');
    expect(
      JSON.parse((await runInProcess(['mail', 'list', '--json', '--data', other.path])).out).mails,
    ).toHaveLength(1);
    expect(await runInProcess(['mail', 'show', 'eml_9', '--data', other.path])).toMatchObject({ code: 1 });
  });

  it('has its texts written to a folder, where what was edited stays', async () => {
    const texts = join(folder.path, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'test.en.txt'), 'Subject: Ours\n\nHello');
    expect(await runInProcess(['mail', 'templates', texts])).toMatchObject({ code: 0 });
    expect(readFileSync(join(texts, 'test.en.txt'), 'utf8')).toBe('Subject: Ours\n\nHello');
    expect(readdirSync(texts)).toContain('test.zh.txt');
  });
});
