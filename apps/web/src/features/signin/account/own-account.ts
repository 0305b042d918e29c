import { isId, type SessionId } from '@signet/contracts';
import { flag, list, type Reader, shape, text, whole } from '../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import { type Proof, toSent } from '../model/proof.ts';
import { goOnHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';

/** A session of the person, as the server tells of it; times in milliseconds since 1970. */
export interface OwnSession {
  readonly id: SessionId;
  readonly agent?: string;
  /** From which it signed in. */
  readonly network?: string;
  /** Where that network is said to be. */
  readonly place?: { readonly city?: string; readonly country?: string };
  readonly startedAt: number;
  readonly lastUsedAt: number;
  readonly current: boolean;
}

/** Who the person is, and where they are written to. */
export interface OwnProfile {
  readonly username: string;
  readonly email?: { readonly address: string; readonly verified: boolean };
  /** Absent: there is one. */
  readonly hasPassword?: boolean;
}

export interface OwnSessions {
  readonly username: string;
  readonly sessions: readonly OwnSession[];
}

const sessionId: Reader<SessionId> = (value) => (isId('session', value) ? value : undefined);
const time = whole(0, 8.64e15);

const readSessions: Reader<OwnSessions> = shape<OwnSessions>({
  username: text(200),
  sessions: list(
    shape<OwnSession>(
      {
        id: sessionId,
        agent: text(256),
        network: text(64),
        place: shape<NonNullable<OwnSession['place']>>({ city: text(128), country: text(128) }, [
          'city',
          'country',
        ]),
        startedAt: time,
        lastUsedAt: time,
        current: flag,
      },
      ['agent', 'network', 'place'],
    ),
    100,
  ),
});

const readProfile: Reader<OwnProfile> = shape<OwnProfile>(
  {
    username: text(200),
    email: shape<NonNullable<OwnProfile['email']>>({ address: text(320), verified: flag }),
    hasPassword: flag,
  },
  ['email', 'hasPassword'],
);

/** What is asked with an access token. It is kept here and nowhere else, and a new one is fetched when it is too old. */
export class OwnAccount {
  readonly #site: Site;
  #accessToken: string | undefined;

  constructor(site: Site, accessToken?: string) {
    this.#site = site;
    this.#accessToken = accessToken;
  }

  async list(): Promise<{ readonly kind: 'listed'; readonly own: OwnSessions } | Unanswered> {
    const answer = await this.asPerson((asking) =>
      ask({ ...asking, language: currentLanguage() }, 'listSessions'),
    );
    if (answer.kind !== 'answered') return answer;
    const own = readSessions(answer.body);
    return own === undefined ? { kind: 'nobody' } : { kind: 'listed', own };
  }

  async profile(): Promise<{ readonly kind: 'read'; readonly profile: OwnProfile } | Unanswered> {
    const answer = await this.asPerson((asking) => ask(asking, 'readProfile'));
    if (answer.kind !== 'answered') return answer;
    const profile = readProfile(answer.body);
    return profile === undefined ? { kind: 'nobody' } : { kind: 'read', profile };
  }

  async changeEmail(email: string, proof: Proof): Promise<{ readonly kind: 'done' } | Unanswered> {
    const language = currentLanguage();
    const answer = await this.asPerson(async (asking) =>
      ask({ ...asking, keepsCookies: true }, 'changeEmail', {
        email,
        ...(await toSent(asking, proof)),
        language,
      }),
    );
    return answer.kind === 'answered' ? { kind: 'done' } : answer;
  }

  /** The cookie of the device goes along, so that strangers who guess do not slow its owner down. */
  async changePassword(
    given: Proof & {
      readonly newPassword: string;
      readonly endOthers: boolean;
    },
  ): Promise<{ readonly kind: 'done'; readonly ended: number } | Unanswered> {
    const { newPassword, endOthers, ...proof } = given;
    const chosen = { newPassword, endOthers, language: currentLanguage() };
    const answer = await this.asPerson(async (asking) =>
      ask({ ...asking, keepsCookies: true }, 'changePassword', {
        ...(await toSent(asking, proof)),
        ...chosen,
      }),
    );
    if (answer.kind !== 'answered') return answer;
    const { ended } = answer.body;
    return typeof ended === 'number' ? { kind: 'done', ended } : { kind: 'nobody' };
  }

  /** How many sessions were ended. */
  async end(
    which: SessionId | 'others',
  ): Promise<{ readonly kind: 'ended'; readonly count: number } | Unanswered> {
    const answer = await this.asPerson((asking) =>
      which === 'others' ? ask(asking, 'endOtherSessions') : ask(asking, 'endSession', { session: which }),
    );
    if (answer.kind !== 'answered') return answer;
    const { ended } = answer.body;
    return typeof ended === 'number' ? { kind: 'ended', count: ended } : { kind: 'nobody' };
  }

  /** Ends this session, whose cookie the answer takes away. */
  async signOut(): Promise<{ readonly kind: 'signed-out' } | Unanswered> {
    const answer = await ask({ ...this.#site, keepsCookies: true }, 'logout');
    // Refused: there is no session any more that could be ended.
    return answer.kind === 'nobody' ? answer : { kind: 'signed-out' };
  }

  /** Asks with the person's token, and once more with a new one where that is too old. */
  async asPerson<Answer extends { readonly kind: string }>(
    call: (asking: Site & { readonly accessToken: string }) => Promise<Answer | Unanswered>,
  ): Promise<Answer | Unanswered> {
    if (this.#accessToken !== undefined) {
      const answer = await call({ ...this.#site, accessToken: this.#accessToken });
      const isTooOld = 'refusal' in answer && answer.refusal.known === 'token_expired';
      if (!isTooOld) return answer;
    }
    const session = await goOnHere(this.#site);
    if (session.kind !== 'signed-in') return session;
    this.#accessToken = session.accessToken;
    return call({ ...this.#site, accessToken: session.accessToken });
  }
}
