import { flag, list, oneOf, type Reader, shape, text } from '../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { ownAddress } from './own-address.ts';
import type { Site } from './site.ts';

/** An organisation: by what people call it, and by the name that no other has. */
export interface OrganizationName {
  readonly name: string;
  readonly displayName: string;
}

/** What the person chooses from. */
export interface Choice {
  readonly organizations: readonly OrganizationName[];
  /** The app takes a person who goes on without one too. */
  readonly orNone: boolean;
}

/** What an app waits for: that somebody signs in, says for which organisation, or agrees to what it asks for. */
export interface Interaction {
  readonly uid: string;
  readonly prompt: 'login' | 'organization' | 'consent';
  readonly client: { readonly id: string; readonly name: string; readonly firstParty: boolean };
  readonly scopes: readonly string[];
  /** What of that the person agreed to before. */
  readonly agreed?: readonly string[];
  /** The API that the access is for. */
  readonly audience?: string;
  /** It signs in a device that shows a code, perhaps to somebody else. */
  readonly forDevice?: boolean;
  /** Who the app thinks is there; the name field begins with it. */
  readonly loginHint?: string;
  /** Who is signed in on this browser. */
  readonly person?: { readonly username: string };
  /** In the name of which the app will act. */
  readonly organization?: OrganizationName;
  readonly choice?: Choice;
}

const name = text(200);

const organization = shape<OrganizationName>({ name: text(64), displayName: name });

const readInteraction: Reader<Interaction> = shape<Interaction>(
  {
    uid: text(128),
    prompt: oneOf(['login', 'organization', 'consent']),
    client: shape<Interaction['client']>({ id: name, name, firstParty: flag }),
    scopes: list(text(128), 64),
    agreed: list(text(128), 64),
    audience: text(512),
    forDevice: flag,
    loginHint: text(256),
    person: shape<NonNullable<Interaction['person']>>({ username: name }),
    organization,
    choice: shape<Choice>({ organizations: list(organization, 100), orNone: flag }),
  },
  ['agreed', 'audience', 'forDevice', 'loginHint', 'person', 'organization', 'choice'],
);

/** The address is no longer one that an app waits at: used, too old, or never given out. */
export function isLost(fault: Unanswered): boolean {
  return fault.kind === 'refused' && fault.refusal.known === 'interaction_unknown';
}

/** Asks what the app waits for. */
export async function fetchInteraction(
  site: Site,
  uid: string,
): Promise<{ readonly kind: 'found'; readonly interaction: Interaction } | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'showInteraction', { uid });
  if (answer.kind !== 'answered') return answer;
  const interaction = readInteraction(answer.body);
  return interaction === undefined ? { kind: 'nobody' } : { kind: 'found', interaction };
}

/** What goes with an answer. */
export interface WithAnswer {
  /** Of who has just signed in; travels in the `Authorization` header only. */
  readonly accessToken?: string;
  /** The one that was chosen. */
  readonly organization?: string;
}

/** Gives the app its answer, and says where to go on. */
export async function answerInteraction(
  site: Site,
  uid: string,
  answer: 'continue' | 'deny',
  { accessToken, organization }: WithAnswer = {},
): Promise<{ readonly kind: 'goes-on'; readonly address: string } | Unanswered> {
  const asking = { ...site, keepsCookies: true, ...(accessToken === undefined ? {} : { accessToken }) };
  const given = await ask(asking, 'answerInteraction', { uid, answer, organization });
  if (given.kind !== 'answered') return given;
  const address = ownAddress(site.origin, given.body.redirectTo);
  return address === undefined ? { kind: 'nobody' } : { kind: 'goes-on', address };
}
