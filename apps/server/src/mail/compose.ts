import type { MailSender } from '@signet/contracts';
import type { Mail } from '@signet/identity/ports';
import type { SendMailOptions } from 'nodemailer';

/** The mail as the library takes it: addresses as such, so that it parses none, and nothing fetched or read from a file. */
export function compose(mail: Mail, from: MailSender): SendMailOptions {
  return {
    // A copy, for the library writes into it.
    from: { ...from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.date),
    messageId: `<${mail.id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    // RFC 3834 §5: no machine answers it.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
