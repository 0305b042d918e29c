import { z } from 'zod';
import { readEmailAddress } from '../../../people/email-address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { secretReferenceSchema } from '../../fields/secret-reference.ts';
import { sentence } from '../../fields/text.ts';
import type { MailConfiguration, MailSender, SmtpConfiguration } from './type.ts';

const senderError = allowed(
  'an address, with or without a name before it',
  'Write it as `Signet <no-reply@example.org>`.',
);

const senderSchema: z.ZodType<MailSender, string> = z
  .string({ error: senderError })
  .refine((text) => readSender(text) !== undefined, { error: senderError })
  .transform((text) => readSender(text) ?? { name: '', address: '' });

/** A name has no line end and none of the signs that structure a header. */
function readSender(text: string): MailSender | undefined {
  const [, name = '', inBrackets] = /^([^<>"\\\p{C}]{0,100})<([^<>]+)>$/u.exec(text) ?? [];
  const address = readEmailAddress(inBrackets ?? text);
  return address === undefined ? undefined : { name: name.trim(), address };
}

const serverError = allowed(
  'a mail server: `smtp://HOST:PORT` with STARTTLS, or `smtps://HOST:PORT` with TLS from the start',
  'Write it as `smtp://mail.example.org:587`; user name and password have keys of their own.',
);

type Server = Pick<SmtpConfiguration, 'host' | 'port' | 'tls'>;

const serverSchema: z.ZodType<Server, string> = z
  .string({ error: serverError })
  .refine((text) => readServer(text) !== undefined, { error: serverError })
  .transform((text) => readServer(text) ?? { host: '', port: 0, tls: 'implicit' });

const usualPorts = { 'smtp:': 587, 'smtps:': 465 } as const;

function readServer(text: string): Server | undefined {
  const [, scheme, host = '', port] =
    /^(smtps?:)\/\/([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::([1-9][0-9]{0,4}))?\/?$/i.exec(text) ?? [];
  const protocol = scheme?.toLowerCase();
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return undefined;
  const number = port === undefined ? usualPorts[protocol] : Number(port);
  if (number > 65_535) return undefined;
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return { host: bare, port: number, tls: protocol === 'smtps:' ? 'implicit' : 'starttls' };
}

interface WrittenSmtp {
  readonly server: Server;
  readonly username?: string | undefined;
  readonly password?: SmtpConfiguration['password'];
}

const smtpSchema: z.ZodType<SmtpConfiguration, unknown> = strict({
  server: serverSchema.meta({ description: 'Such as `smtp://mail.example.org:587`.' }),
  username: sentence(256).optional().meta({ description: 'By which Signet signs in to the mail server.' }),
  password: secretReferenceSchema.optional().meta({
    description: 'Where its password is: a reference such as `file:PATH`.',
  }),
})
  .superRefine(({ username, password }: WrittenSmtp, context) => {
    if ((username === undefined) === (password === undefined)) return;
    const missing = username === undefined ? 'username' : 'password';
    const message = allowed(`\`${missing}\` beside the other`, 'Write both, or neither.');
    context.addIssue({ code: 'custom', path: [missing === 'username' ? 'password' : 'username'], message });
  })
  .transform(({ server, ...signIn }: WrittenSmtp): SmtpConfiguration => ({ ...server, ...signIn }));

export const mailSchema: z.ZodType<MailConfiguration, unknown> = strict({
  from: senderSchema.optional().meta({ description: 'Who writes, such as `Signet <no-reply@example.org>`.' }),
  smtp: smtpSchema.optional().meta({
    description: 'The mail server. Without one, mail is put into the folder `outbox` of the data folder.',
  }),
  templates: sentence(4096).optional().meta({
    description: 'A folder of texts that replace ours; `signet mail templates FOLDER` writes ours there.',
  }),
});
