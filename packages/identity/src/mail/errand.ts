import type { MailLanguage } from '@signet/contracts';

/** What is to be written, and to whom as far as that is known: whether there is anybody is found out when it is. */
export interface Errand {
  readonly kind: 'test';
  readonly to: string;
  readonly language: MailLanguage;
}
