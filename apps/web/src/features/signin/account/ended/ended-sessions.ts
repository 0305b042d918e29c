import { type EndCause, isId, type SessionId } from '@signet/contracts';
import { list, oneOf, type Reader, shape, text, whole } from '../../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { OwnAccount } from '../own-account.ts';

/** A session that is over; times in milliseconds since 1970. */
export interface EndedSession {
  readonly id: SessionId;
  readonly agent?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly cause: EndCause;
}

const causes = [
  'logout',
  'ended_elsewhere',
  'account_deleted',
  'refresh_token_reused',
  'code_reused',
  'administrator',
  'account_disabled',
  'password_changed',
  'client_removed',
  'consent_withdrawn',
  'organization_left',
  'organization_disabled',
  'revoked_by_client',
  'expired',
  'unused',
] as const satisfies readonly EndCause[];

const sessionId: Reader<SessionId> = (value) => (isId('session', value) ? value : undefined);
const time = whole(0, 8.64e15);

const readEnded = shape<{ readonly sessions: readonly EndedSession[] }>({
  sessions: list(
    shape<EndedSession>(
      { id: sessionId, agent: text(256), startedAt: time, endedAt: time, cause: oneOf(causes) },
      ['agent'],
    ),
    20,
  ),
});

/** What ended lately of the person's sessions. */
export async function fetchEnded(
  account: OwnAccount,
): Promise<{ readonly kind: 'done'; readonly sessions: readonly EndedSession[] } | Unanswered> {
  const answer = await account.asPerson((asking) => ask(asking, 'listEndedSessions'));
  if (answer.kind !== 'answered') return answer;
  const read = readEnded(answer.body);
  return read === undefined ? { kind: 'nobody' } : { kind: 'done', ...read };
}
