import type { Vocabulary } from './language.ts';
import { type Expression, type Reading, readExpression } from './read-expression.ts';

/** What an expression for a claim is asked about; what is not known is not there. */
export interface ClaimInput {
  /** Absent where a client gets a token for itself. */
  readonly user: ClaimUser | undefined;
  readonly client: {
    readonly id: string;
    readonly name?: string | undefined;
    readonly type?: string | undefined;
  };
  readonly session: ClaimSession | undefined;
  /** That the token is of; absent where it is of none. */
  readonly organization: ClaimOrganization | undefined;
  readonly scope: readonly string[];
  readonly api: { readonly audience: string };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface ClaimUser {
  readonly id: string;
  readonly username: string;
  readonly email?: string | undefined;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface ClaimSession {
  readonly id?: string | undefined;
  readonly acr?: string | undefined;
  readonly amr?: readonly string[] | undefined;
}

interface ClaimOrganization {
  readonly id: string;
  readonly name: string;
  /** What the person is there; absent where a client gets a token for itself. */
  readonly roles?: readonly string[] | undefined;
}

/** An expression whose value a token says. */
export interface ClaimExpression {
  /** `user.email` where it asks for that alone, `user` where it may ask for all of it. */
  readonly uses: ReadonlySet<string>;
  /** A text, a number, true or false, or a list; undefined where it cannot be said. */
  readonly say: (input: ClaimInput) => unknown;
}

const vocabulary: Vocabulary = {
  user: {
    members: {
      ...{ id: 'text', username: 'text', email: 'text' },
      ...{ roles: 'list of texts', groups: 'list of texts', attributes: 'anything' },
    },
  },
  client: { members: { id: 'text', name: 'text', type: 'text' } },
  session: { members: { id: 'text', acr: 'text', amr: 'list of texts' } },
  organization: { members: { id: 'text', name: 'text', roles: 'list of texts' } },
  api: { members: { audience: 'text' } },
  scope: 'list of texts',
  now: 'time',
};

const kinds = ['string', 'bool', 'int', 'double', 'list'];
const mostKept = 1024;
const kept = new Map<string, Reading<ClaimExpression>>();

/** Reads an expression over user, client, session, organisation, scope, API and time. Never throws; what was read before is not read again. */
export function readClaimExpression(text: string): Reading<ClaimExpression> {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const reading = readExpression(text, vocabulary, kinds);
  const made = reading.ok ? { ok: true as const, value: sayable(reading.value) } : reading;
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, made);
  return made;
}

function sayable({ value, uses }: Expression): ClaimExpression {
  return Object.freeze({
    uses,
    say: ({ user, session, organization, client, scope, api, now }: ClaimInput) => {
      const known = { user: user ?? {}, session: session ?? {}, organization: organization ?? {} };
      try {
        return plain(value({ ...known, client, scope, api, now: new Date(now) }));
      } catch {
        // What cannot be said is left out.
        return undefined;
      }
    },
  });
}

/** CEL's whole numbers are those of 64 bits; JSON of a token holds what a double does. */
function plain(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}
