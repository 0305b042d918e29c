import { list, type Reader, shape, text } from '../../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { OrganizationName } from '../../model/interaction.ts';
import type { OwnAccount } from '../own-account.ts';

/** An organisation that the person is in, and as what. */
export interface OwnOrganization extends OrganizationName {
  readonly roles: readonly string[];
}

type Listed = { readonly kind: 'listed'; readonly organizations: readonly OwnOrganization[] };

const readOwn: Reader<Omit<Listed, 'kind'>> = shape<Omit<Listed, 'kind'>>({
  organizations: list(
    shape<OwnOrganization>({ name: text(64), displayName: text(200), roles: list(text(128), 100) }),
    100,
  ),
});

export async function listOwnOrganizations(asPerson: OwnAccount['asPerson']): Promise<Listed | Unanswered> {
  const answer = await asPerson((asking) => ask(asking, 'listOwnOrganizations'));
  if (answer.kind !== 'answered') return answer;
  const own = readOwn(answer.body);
  return own === undefined ? { kind: 'nobody' } : { kind: 'listed', ...own };
}

/** Who has left already is where they wanted to be. */
export async function leaveOrganization(
  asPerson: OwnAccount['asPerson'],
  organization: string,
): Promise<{ readonly kind: 'left' } | Unanswered> {
  const answer = await asPerson((asking) => ask(asking, 'leaveOrganization', { organization }));
  const isLeft = 'refusal' in answer && answer.refusal.known === 'organization_unknown';
  return answer.kind === 'answered' || isLeft ? { kind: 'left' } : answer;
}
