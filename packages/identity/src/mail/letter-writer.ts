import type { MailLanguage } from '@signet/contracts';
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
  readonly reportFault: (error: unknown) => void;
}): WriteLetter {
  const site = new URL(parts.issuer).host;

  function textOf(kind: LetterKind, language: MailLanguage): ReadLetter {
    const file = letterFile(kind, language);
    const values = valuesOfLetters[kind];
    const own = parts.readTemplate(file);
    const read = own === undefined ? undefined : readLetter(own, values);
    if (typeof read === 'object') return read;
    if (read !== undefined) parts.reportFault(new Error(`The template ${file} is not used: ${read}`));
    const ours = readLetter(letters[language][kind], values);
    if (typeof ours === 'string') throw new Error(`Our own letter ${file} is wrong: ${ours}`);
    return ours;
  }

  return ({ kind, language, values }) => renderLetter(textOf(kind, language), { site, ...values }, language);
}
