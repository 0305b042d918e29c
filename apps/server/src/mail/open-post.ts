import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { MailConfiguration, MailSender } from '@signet/contracts';
import type { Post } from '@signet/identity/ports';
import type { Logger } from '../logging/logger.ts';
import type { RevealSecret } from '../secrets/secret-keeper.ts';
import { createOutboxPost } from './outbox-post.ts';
import { createSmtpPost } from './smtp-post.ts';

/** The way by which mail leaves, and what it is written by. */
export interface OpenPost {
  readonly post: Post;
  readonly readTemplate: (file: string) => string | undefined;
  close(): void;
}

/** Characters; a letter of this length is no letter. */
const longestTemplate = 64 * 1024;

/** By the mail server of the configuration, or else into the outbox of the data folder. */
export function openPost(
  configuration: MailConfiguration,
  place: {
    readonly issuer: string;
    /** Who writes, where the configuration does not say. */
    readonly name: string;
    readonly dataFolder: string;
    readonly configurationFile: string;
    readonly revealSecret: RevealSecret;
    readonly log: Logger;
  },
): OpenPost {
  const { log } = place;
  const { hostname } = new URL(place.issuer);
  const from = configuration.from ?? senderAt(hostname, place.name);
  const folder = dirname(place.configurationFile);
  const readTemplate = templatesIn(configuration.templates, folder);
  const { smtp } = configuration;
  if (smtp === undefined) {
    const post = createOutboxPost({ folder: join(place.dataFolder, 'outbox'), from, log });
    return { post, readTemplate, close: () => undefined };
  }
  const { username, password: reference } = smtp;
  const signIn =
    username === undefined || reference === undefined
      ? {}
      : { signIn: { username, password: () => place.revealSecret(reference) } };
  const post = createSmtpPost({ server: smtp, from, name: hostname, ...signIn });
  return { post, readTemplate, close: post.close };
}

function senderAt(hostname: string, name: string): MailSender {
  return { name, address: `no-reply@${hostname}` };
}

/** Read at each mail, so that what is edited counts at once. */
function templatesIn(configured: string | undefined, folder: string): OpenPost['readTemplate'] {
  if (configured === undefined) return () => undefined;
  const templates = resolve(folder, configured);
  return (file) => {
    try {
      const text = readFileSync(join(templates, file), 'utf8');
      return text.length > longestTemplate ? '' : text;
    } catch {
      // No such file: then this letter is ours.
      return undefined;
    }
  };
}
