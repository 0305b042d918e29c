import type { Handle } from '@signet/http';
import type { MailAdministration } from '../ports/index.ts';

export function sendTestMail(mail: MailAdministration): Handle<'sendTestMail'> {
  return ({ body }) => mail.sendTest(body);
}
