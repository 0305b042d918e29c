import { mailLanguages } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createLetterWriter, templateFaults } from './letter-writer.ts';
import { type LetterKind, valuesOfLetters } from './letters/letter.ts';
import { letters } from './letters/letters.ts';
import { readLetter } from './read-letter.ts';
import { renderLetter } from './render-letter.ts';

const kinds = Object.keys(valuesOfLetters) as readonly LetterKind[];
const everyLetter = mailLanguages.flatMap((language) => kinds.map((kind) => [language, kind] as const));

describe('our letters', () => {
  it.each(everyLetter)(
    'in %s about %s use every value that there is for them, and no other',
    (language, kind) => {
      const text = letters[language][kind];
      expect(readLetter(text, valuesOfLetters[kind])).toBeTypeOf('object');
      for (const value of valuesOfLetters[kind]) expect(text).toContain(`{{${value}}}`);
    },
  );
});

describe('a letter', () => {
  const values = ['username', 'link'];

  it.each([
    ['Hello', 'It does not begin with a line `Subject: …` and an empty line.'],
    ['Subject: Hello\n\n{{password}}', 'It names {{password}}, which this letter has not.'],
    ['Subject: Hello\n\nPress {{link}}', 'It has no paragraph `[words]({{link}})`.'],
  ])('is not read as %j', (text, problem) => {
    expect(readLetter(text, values)).toBe(problem);
  });

  it('shows what is in a value as text, and makes neither markup, link nor header of it', () => {
    const read = readLetter('Subject: For {{username}}\n\nHello {{username}}\n\n[Go]({{link}})', values);
    if (typeof read === 'string') throw new Error(read);
    const username = '<img src=x onerror=alert(1)>\r\nBcc: eve@evil.example {{link}}';
    const link = 'https://login.example/?a=1&b="2"';
    const { subject, text, html } = renderLetter(read, { username, link }, 'en');
    expect(subject).toBe('For <img src=x onerror=alert(1)> Bcc: eve@evil.example {{link}}');
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(html).toContain('href="https://login.example/?a=1&#38;b=&#34;2&#34;"');
    expect(text).toContain(`Go:\n${link}\n`);
  });

  it('is written by the text of the folder, and by ours where that cannot be used', () => {
    const faults: string[] = [];
    const templates = new Map([
      ['test.en.txt', 'Subject: Ours at {{site}}\n\nHello'],
      ['test.de.txt', 'Hallo'],
    ]);
    const write = createLetterWriter({
      issuer: 'https://login.example',
      readTemplate: (file) => templates.get(file),
      reportFault: (error) => faults.push(String(error)),
    });
    const letter = { kind: 'test', to: 'ada@example.org', values: {} } as const;
    expect(write({ ...letter, language: 'en' }).subject).toBe('Ours at login.example');
    expect(templateFaults((file) => templates.get(file))).toEqual([
      expect.stringContaining('test.de.txt is not used: It does not begin with'),
    ]);
    expect(faults).toEqual([]);
    expect(write({ ...letter, language: 'de' }).subject).toBe('Mail von login.example kommt an');
    expect(faults.join()).toContain('test.de.txt is not used');
  });

  it('speaks the name of the brand as it is now, and the host where there is none', () => {
    let brand: string | undefined = 'Lovelace & <b>Co</b>';
    const write = createLetterWriter({
      issuer: 'https://login.example',
      readTemplate: () => undefined,
      siteName: () => brand,
      reportFault: () => undefined,
    });
    const letter = { kind: 'test', to: 'ada@example.org', language: 'en', values: {} } as const;
    const { subject, html } = write(letter);
    expect(subject).toBe('Mail from Lovelace & <b>Co</b> arrives');
    expect(html).not.toContain('<b>');
    brand = undefined;
    expect(write(letter).subject).toBe('Mail from login.example arrives');
  });
});
