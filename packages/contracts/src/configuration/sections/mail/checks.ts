import { type Check, check } from '../../check.ts';
import { mailSchema } from './schema.ts';

/** A mail server takes nothing from an address that is nobody's. */
export const senderOfServer: Check = check({ mail: mailSchema }, ({ mail }) =>
  mail.value.smtp === undefined || mail.value.from !== undefined
    ? []
    : [
        {
          path: mail.place('smtp'),
          atKey: true,
          actual: 'a mail server without `from`',
          expected: '`from` beside `smtp`',
          fix: 'Write who the mail is from, such as `from: Signet <no-reply@example.org>`.',
        },
      ],
);
