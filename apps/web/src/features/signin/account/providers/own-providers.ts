import { list, type Reader, shape, text, whole } from '../../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../../ui/language/current-language.ts';
import { type Proof, toSent } from '../../model/proof.ts';
import { type Read, read } from '../factors/own-factors.ts';
import type { OwnAccount } from '../own-account.ts';

/** Another provider, and whether it signs this person in. */
export interface OwnProvider {
  /** Absent where it is configured no more. */
  readonly provider?: string;
  readonly name: string;
  readonly issuer: string;
  readonly joined?: { readonly email?: string; readonly joinedAt: number };
}

type Providers = readonly OwnProvider[];
type AsPerson = OwnAccount['asPerson'];
type GoesOn = { readonly kind: 'goes-on'; readonly address: string } | Unanswered;

const readProviders: Reader<{ readonly providers: Providers }> = shape<{ readonly providers: Providers }>({
  providers: list(
    shape<OwnProvider>(
      {
        provider: text(63),
        name: text(2048),
        issuer: text(2048),
        joined: shape<NonNullable<OwnProvider['joined']>>({ email: text(320), joinedAt: whole(0, 8.64e15) }, [
          'email',
        ]),
      },
      ['provider', 'joined'],
    ),
    64,
  ),
});

const providersOf = (answer: Parameters<typeof read>[0]): Read<Providers> => {
  const found = read(answer, readProviders);
  return found.kind === 'read' ? { kind: 'read', value: found.value.providers } : found;
};

export async function listProviders(asPerson: AsPerson): Promise<Read<Providers>> {
  return providersOf(await asPerson((asking) => ask(asking, 'listOwnProviders')));
}

/** Where the provider signs the person in, whom it is to sign in here from then on. */
export async function beginJoining(asPerson: AsPerson, provider: string, proof: Proof): Promise<GoesOn> {
  return goesOn(
    await asPerson(async (asking) =>
      ask({ ...asking, keepsCookies: true }, 'beginJoiningProvider', {
        provider,
        ...(await toSent(asking, proof)),
      }),
    ),
  );
}

/** The browser is back: whom the provider signed in is this person. */
export async function joinProvider(asPerson: AsPerson): Promise<Read<Providers>> {
  const language = currentLanguage();
  return providersOf(
    await asPerson((asking) => ask({ ...asking, keepsCookies: true }, 'joinProvider', { language })),
  );
}

export async function partProvider(
  asPerson: AsPerson,
  issuer: string,
  proof: Proof,
): Promise<Read<Providers>> {
  return providersOf(
    await asPerson(async (asking) =>
      ask({ ...asking, keepsCookies: true }, 'partProvider', { issuer, ...(await toSent(asking, proof)) }),
    ),
  );
}

/** Where the provider asks once more who the person is. */
export async function beginProving(asPerson: AsPerson, provider: string): Promise<GoesOn> {
  return goesOn(
    await asPerson((asking) =>
      ask({ ...asking, keepsCookies: true }, 'beginProvingByProvider', { provider }),
    ),
  );
}

/** Has a code mailed by which one change is proven. */
export async function askForProofMail(
  asPerson: AsPerson,
): Promise<{ readonly kind: 'done'; readonly id: string } | Unanswered> {
  const answer = await asPerson((asking) => ask(asking, 'askForProofMail', { language: currentLanguage() }));
  if (answer.kind !== 'answered') return answer;
  const { id } = answer.body;
  return typeof id === 'string' ? { kind: 'done', id } : { kind: 'nobody' };
}

function goesOn(
  answer: { readonly kind: 'answered'; readonly body: { readonly redirectTo?: unknown } } | Unanswered,
): GoesOn {
  if (answer.kind !== 'answered') return answer;
  const { redirectTo } = answer.body;
  const address = typeof redirectTo === 'string' ? URL.parse(redirectTo) : null;
  // No script, whatever came.
  return address !== null && /^https?:$/.test(address.protocol)
    ? { kind: 'goes-on', address: address.href }
    : { kind: 'nobody' };
}
