import { list, type Reader, shape, text } from '../../../parts/explanation/model/shape.ts';
import { ask } from '../../../parts/session/ask-signet.ts';
import type { Site } from './site.ts';

/** Another OpenID provider that signs people in here. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

/** What there is here besides a sign-in by password. */
export interface Options {
  readonly registration: boolean;
  /** Whoever has a confirmed address may have a code and a link mailed. */
  readonly emailSignIn: boolean;
  readonly providers: readonly Provider[];
}

const readProviders: Reader<readonly Provider[]> = list(
  shape<Provider>({ id: text(63), name: text(64) }),
  16,
);

/** Where no answer comes, nothing is offered that may not be there. */
export async function fetchOptions(site: Site): Promise<Options> {
  const answer = await ask(site, 'readSignInOptions');
  if (answer.kind !== 'answered') return { registration: false, emailSignIn: false, providers: [] };
  const { registration, emailSignIn, providers } = answer.body;
  return {
    registration: registration === true,
    emailSignIn: emailSignIn === true,
    providers: readProviders(providers) ?? [],
  };
}
