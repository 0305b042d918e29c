import { readConfiguration } from '@signet/contracts';
import { askServer } from '@signet/trust/ask-server';
import { createReadSecret } from '../../read-secret.ts';

export interface ReadingBy {
  /** The section `secrets`, as it is written. */
  readonly secrets?: object;
  readonly variables?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly now?: () => number;
  /** Gets how long was waited before each further attempt. */
  readonly waited?: number[];
  /** Origins of clouds, and where they are in this test. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** Reads references, each as the password of a mail server, by a configuration of a test's own; nothing waits. */
export function readBy(given: ReadingBy): (reference: string) => Promise<string> {
  const { secrets: written, variables = {}, folder = '/nowhere', now, waited = [], instead = {} } = given;
  const read = (password: string) => {
    const smtp = { server: 'smtp://mail.example', username: 'signet', password };
    const file = { secrets: written, mail: { from: 'a@example.org', smtp } };
    const reading = readConfiguration(JSON.stringify(file), { fileName: 'signet.yaml' });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { secrets, mail } = reading.configuration;
    if (mail.smtp?.password === undefined) throw new Error('no password');
    return { secrets, reference: mail.smtp.password };
  };
  const host = {
    askServer: ((url, ...rest) => askServer(movedTo(instead, url), ...rest)) satisfies typeof askServer,
    wait: async (milliseconds: number) => {
      waited.push(milliseconds);
    },
    ...(now === undefined ? {} : { now }),
  };
  const places = { folder, variable: (name: string) => variables[name] };
  const readSecret = createReadSecret(places, read('env:ANY').secrets, host);
  return (text) => readSecret(read(text).reference);
}

function movedTo(instead: Readonly<Record<string, string>>, url: string): string {
  const { origin } = new URL(url);
  const other = instead[origin];
  return other === undefined ? url : `${other}${url.slice(origin.length)}`;
}
