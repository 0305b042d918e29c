import type { MachinesConfiguration, ProtectedRoute } from '@signet/contracts';
import type { CrookedRequest } from '../crooked/crooked-request.ts';
import { drawPassword } from '../doctor-keys.ts';
import { type Header, type Sample, withHeaders, writeRequest } from '../sample.ts';
import { bearer } from './crooked-tokens.ts';
import type { Proof } from './proof.ts';

export interface PasswordMeans {
  readonly taken: NonNullable<ProtectedRoute['auth']['basic']>;
  readonly machines: MachinesConfiguration;
  /** Of every machine. */
  readonly password: string;
}

/** Proves by a machine that the route takes, with the password that all have for one look. */
export function proveByPassword(means: PasswordMeans, { optional }: ProtectedRoute['auth']): Proof {
  return {
    prove: async (sample) => withHeaders(sample, goodPair(means)),
    findApiKey: async () => undefined,
    crooked: [
      {
        ...refused('none', 'no name with a password at all', (sample) => sample),
        ...(optional === true ? { allowedBy: 'auth.optional' } : {}),
      },
      ...crookedPasswords(means),
    ],
  };
}

/** What comes in the place of the name and the password of a machine, or beside them. */
export function crookedPasswords(means: PasswordMeans): readonly CrookedRequest[] {
  const { password } = means;
  const name = takenName(means);
  const other = otherName(means);
  const good = goodPair(means);
  return [
    sentAs('wrong', 'a wrong password', pair(name, drawPassword())),
    sentAs('unknown', 'a name that no machine has', pair('signet-doctor', password)),
    ...(other === undefined
      ? []
      : [sentAs('other-machine', 'a machine that the route does not take', pair(other, password))]),
    sentAs('two', 'a name with its password twice', good, good),
    sentAs('beside-token', 'a token beside a name with its password', good, bearer('e30.e30.e30')),
    sentAs('page', 'a password that a page of another site had its browser add', good, [
      'Sec-Fetch-Site',
      'cross-site',
    ]),
    {
      id: 'password:handed-on',
      sent: 'a name with its password',
      wanted: 'cleaned',
      mark: encoded(name, password),
      unproven: true,
      write: (sample) => writeRequest(withHeaders(sample, good)),
    },
  ];
}

function sentAs(id: string, sent: string, ...headers: readonly Header[]): CrookedRequest {
  return refused(id, sent, (sample) => withHeaders(sample, ...headers));
}

function refused(id: string, sent: string, make: (sample: Sample) => Sample): CrookedRequest {
  return {
    id: `password:${id}`,
    sent,
    wanted: 'refused',
    unproven: true,
    write: (sample) => writeRequest(make(sample)),
  };
}

function goodPair(means: PasswordMeans): Header {
  return pair(takenName(means), means.password);
}

function takenName({ taken, machines }: PasswordMeans): string {
  const [name] = taken === 'all' ? Object.keys(machines) : taken;
  if (name === undefined) throw new TypeError('The route takes machines of which there is none');
  return name;
}

function otherName({ taken, machines }: PasswordMeans): string | undefined {
  return taken === 'all' ? undefined : Object.keys(machines).find((name) => !taken.includes(name));
}

function pair(name: string, password: string): Header {
  return ['Authorization', `Basic ${encoded(name, password)}`];
}

function encoded(name: string, password: string): string {
  return Buffer.from(`${name}:${password}`).toString('base64');
}
