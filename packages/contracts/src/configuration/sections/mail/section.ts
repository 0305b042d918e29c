import { check } from '../../check.ts';
import { literalSecret } from '../../literal-secret.ts';
import type { Section } from '../../section.ts';
import { senderOfServer } from './checks.ts';
import { mailSchema } from './schema.ts';
import type { MailConfiguration } from './type.ts';

export const mail: Section<MailConfiguration> = {
  description: 'How Signet writes to people.',
  schema: mailSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [senderOfServer],
  warnings: [
    check({ mail: mailSchema }, (needed) =>
      literalSecret(needed.mail.value.smtp?.password, [...needed.mail.place('smtp'), 'password']),
    ),
  ],
};
