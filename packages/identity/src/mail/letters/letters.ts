import type { MailLanguage } from '@signet/contracts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ja } from './ja.ts';
import type { Letters } from './letter.ts';
import { zh } from './zh.ts';

/** Our texts, by language and what they are about. */
export const letters: { readonly [Language in MailLanguage]: Letters } = { en, de, es, ja, zh };

/** The name of the file in the folder of `mail.templates` that stands in the place of one of them. */
export function letterFile(kind: string, language: MailLanguage): string {
  return `${kind}.${language}.txt`;
}
