import { type MailLanguage, mailLanguages } from '@signet/contracts';
import type { Mail } from '../ports/index.ts';
import { type LetterKind, valuesOfLetters } from './letters/letter.ts';
import { letterFile, letters } from './letters/letters.ts';
import { type ReadLetter, readLetter } from './read-letter.ts';
import { type LetterValues, renderLetter } from './render-letter.ts';

/** A letter that is written to somebody. */
export interface Letter {
  readonly kind: LetterKind;
  readonly to: string;
  readonly language: MailLanguage;
  readonly values: LetterValues;
}

/** Answers the text of a file in the folder of `mail.templates`, if there is one. */
export type ReadTemplate = (file: string) => string | undefined;

export type WriteLetter = (letter: Letter) => Pick<Mail, 'subject' | 'text' | 'html'>;

/** Writes by the text of the folder where there is one that can be used, else by ours: a mail is written in any case. */
export function createLetterWriter(parts: {
  readonly issuer: string;
  readonly readTemplate: ReadTemplate;
  readonly siteName?: () => string | undefined;
  readonly reportFault: (error: unknown) => void;
}): WriteLetter {
  const host = new URL(parts.issuer).host;

  function textOf(kind: LetterKind, language: MailLanguage): ReadLetter {
    const file = letterFile(kind, language);
    const values = valuesOfLetters[kind];
    const own = parts.readTemplate(file);
    const read = own === undefined ? undefined : readLetter(own, values);
    if (typeof read === 'object') return read;
    if (read !== undefined) parts.reportFault(new Error(notUsed(file, read)));
    const ours = readLetter(letters[language][kind], values);
    if (typeof ours === 'string') throw new Error(`Our own letter ${file} is wrong: ${ours}`);
    return ours;
  }

  return ({ kind, language, values }) => {
    const site = parts.siteName?.() ?? host;
    return renderLetter(textOf(kind, language), { site, ...values }, language);
  };
}

/** What is wrong with the texts of the folder, each in a sentence: told at the start, and not only when a mail is due. */
export function templateFaults(readTemplate: ReadTemplate): readonly string[] {
  const faults: string[] = [];
  for (const language of mailLanguages) {
    for (const kind of letterKinds) {
      const file = letterFile(kind, language);
      const own = readTemplate(file);
      const read = own === undefined ? undefined : readLetter(own, valuesOfLetters[kind]);
      if (typeof read === 'string') faults.push(notUsed(file, read));
    }
  }
  return faults;
}

const letterKinds = Object.keys(valuesOfLetters) as readonly LetterKind[];

function notUsed(file: string, problem: string): string {
  return `The template ${file} is not used: ${problem}`;
}
