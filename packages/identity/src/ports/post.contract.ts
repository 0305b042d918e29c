import { type MailLanguage, newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { Mail, Post } from './post.ts';

/** A post, and what came out at its other end: each mail as RFC 5322 has it. */
export interface WatchedPost {
  readonly post: Post;
  received(): readonly string[];
}

export function aLetter(changed: Partial<Mail> = {}): Mail {
  return {
    id: newId('mail'),
    to: 'ada@example.org',
    subject: 'Mail arrives',
    text: 'Hello\n\nThere is nothing to do.\n',
    html: '<p>Hello</p>',
    language: 'en',
    date: noon,
    ...changed,
  };
}

/** What every Post does. */
export function postContract(name: string, open: Open<WatchedPost>): void {
  describe(`Post: ${name}`, () => {
    it('delivers one mail with both texts, to one receiver, with its id and its date', async () => {
      await using opened = await open();
      const mail = aLetter();
      expect(await opened.adapter.post.send(mail)).toBe('sent');
      const [message = '', ...others] = opened.adapter.received();
      expect(others).toEqual([]);
      expect(message).toContain('To: ada@example.org');
      expect(message).toContain('Subject: Mail arrives');
      expect(message).toContain('Date: ');
      expect(message).toContain(`Message-ID: <${mail.id}@`);
      const [, plain = '', html = ''] = message.split('Content-Type: text/');
      expect([plain.startsWith('plain'), plain.includes('Hello')]).toEqual([true, true]);
      expect([html.startsWith('html'), html.includes('Hello')]).toEqual([true, true]);
      expect(message).toContain('Auto-Submitted: auto-generated');
    });

    it.each<[MailLanguage, string]>([
      ['de', 'Passwort ändern'],
      ['ja', '新しいパスワード'],
    ])('keeps a subject in %s', async (language, subject) => {
      await using opened = await open();
      await opened.adapter.post.send(aLetter({ language, subject }));
      const [message = ''] = opened.adapter.received();
      const [, kind, words = ''] = /^Subject: =\?UTF-8\?([BQ])\?(.*?)\?=/im.exec(message) ?? [];
      expect(kind).toMatch(/[BQ]/);
      const bytes =
        kind === 'B'
          ? Buffer.from(words, 'base64')
          : Buffer.from(
              words
                .replace(/_/g, ' ')
                .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            );
      expect(subject.startsWith(bytes.toString('utf8'))).toBe(true);
    });

    it('lets nothing that it is given become a header or another receiver', async () => {
      await using opened = await open();
      const planted = '\r\nBcc: eve@evil.example\r\n\r\n.\r\nMAIL FROM:<eve@evil.example>';
      await opened.adapter.post.send(aLetter({ subject: `Hello${planted}`, text: `.${planted}\r\n.\r\n` }));
      const [message = '', ...others] = opened.adapter.received();
      expect(others).toEqual([]);
      const [head = ''] = message.split(/\r?\n\r?\n/, 1);
      expect(head).not.toMatch(/^(bcc|mail from)/im);
    });
  });
}
