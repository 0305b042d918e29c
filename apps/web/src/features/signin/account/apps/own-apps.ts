import { list, type Reader, shape, text, whole } from '../../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { OrganizationName } from '../../model/interaction.ts';
import type { OwnAccount } from '../own-account.ts';

/** An app that the person let in; times in milliseconds since 1970. */
export interface OwnApp {
  readonly client: string;
  readonly name: string;
  readonly agreements: readonly OwnAgreement[];
  readonly agreedAt: number;
  readonly lastUsedAt?: number;
}

/** What it may do at one API. */
export interface OwnAgreement {
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly organization?: OrganizationName;
}

type Listed = { readonly kind: 'listed'; readonly apps: readonly OwnApp[] };

const time = whole(0, 8.64e15);

const readAgreement: Reader<OwnAgreement> = shape<OwnAgreement>(
  {
    audience: text(2048),
    scopes: list(text(256), 256),
    organization: shape<OrganizationName>({ name: text(64), displayName: text(200) }),
  },
  ['organization'],
);

const readOwn: Reader<Omit<Listed, 'kind'>> = shape<Omit<Listed, 'kind'>>({
  apps: list(
    shape<OwnApp>(
      {
        client: text(200),
        name: text(200),
        agreements: list(readAgreement, 256),
        agreedAt: time,
        lastUsedAt: time,
      },
      ['lastUsedAt'],
    ),
    1000,
  ),
});

export async function listOwnApps(asPerson: OwnAccount['asPerson']): Promise<Listed | Unanswered> {
  const answer = await asPerson((asking) => ask(asking, 'listConsents'));
  if (answer.kind !== 'answered') return answer;
  const own = readOwn(answer.body);
  return own === undefined ? { kind: 'nobody' } : { kind: 'listed', ...own };
}

/** Where it was withdrawn already, the person is where they wanted to be. */
export async function withdrawConsent(
  asPerson: OwnAccount['asPerson'],
  client: string,
): Promise<{ readonly kind: 'withdrawn' } | Unanswered> {
  const answer = await asPerson((asking) => ask(asking, 'withdrawConsent', { client }));
  const isGone = 'refusal' in answer && answer.refusal.known === 'consent_unknown';
  return answer.kind === 'answered' || isGone ? { kind: 'withdrawn' } : answer;
}
