import { flag, type Reader, shape, text } from '../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import type { OrganizationName } from './interaction.ts';
import type { Site } from './site.ts';

/** What a mailed link invites into, and whom. */
export interface Invitation {
  readonly organization: OrganizationName;
  readonly email: string;
  readonly hasAccount: boolean;
}

const readInvited: Reader<Invitation> = shape<Invitation>({
  organization: shape<OrganizationName>({ name: text(64), displayName: text(200) }),
  email: text(320),
  hasAccount: flag,
});

/** How it was answered: the username is that of an account that was made. */
export interface Answered {
  readonly kind: 'done';
  readonly answer: 'joined' | 'declined';
  readonly username?: string;
}

export async function readInvitation(
  site: Site,
  token: string,
): Promise<{ readonly kind: 'read'; readonly invitation: Invitation } | Unanswered> {
  const answer = await ask(site, 'readInvitation', { token });
  if (answer.kind !== 'answered') return answer;
  const invitation = readInvited(answer.body);
  return invitation === undefined ? { kind: 'nobody' } : { kind: 'read', invitation };
}

export async function acceptInvitation(
  asking: Site & { readonly accessToken: string },
  token: string,
): Promise<Answered | Unanswered> {
  const answer = await ask(asking, 'acceptInvitation', { token });
  return answer.kind === 'answered' ? { kind: 'done', answer: 'joined' } : answer;
}

export async function declineInvitation(site: Site, token: string): Promise<Answered | Unanswered> {
  const answer = await ask(site, 'declineInvitation', { token });
  return answer.kind === 'answered' ? { kind: 'done', answer: 'declined' } : answer;
}

/** Makes an account, which is a member then. Signs nobody in. */
export async function joinByRegistering(
  site: Site,
  given: { readonly token: string; readonly username: string; readonly password: string },
): Promise<Answered | Unanswered> {
  const answer = await ask(site, 'joinByRegistering', given);
  if (answer.kind !== 'answered') return answer;
  const { username } = answer.body;
  return typeof username === 'string'
    ? { kind: 'done', answer: 'joined', username: username.slice(0, 64) }
    : { kind: 'nobody' };
}
