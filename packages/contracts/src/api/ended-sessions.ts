import { z } from 'zod';
import { type RevocationReason, revocationReasons } from '../events/revocation.ts';
import type { AccountId, FamilyId, SessionId } from '../ids/id.ts';
import { idField, usernameField, wholeNumber } from './fields.ts';

/** Why a session is over: somebody ended it, its time was up, or nobody went on with it for too long. */
export type EndCause = RevocationReason | 'expired' | 'unused';

/** One entry of `GET /auth/sessions/ended`. Times in milliseconds since the epoch, as all here. */
export interface EndedSession {
  readonly id: SessionId;
  /** What the device calls itself; absent where it said nothing. */
  readonly agent?: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly cause: EndCause;
}

export interface EndedSessionList {
  /** The one that ended last comes first. */
  readonly sessions: readonly EndedSession[];
}

/** `GET /admin/sessions/{session}`: what became of a session. */
export interface SessionStory {
  readonly id: SessionId;
  readonly account?: AccountId | undefined;
  /** Absent of an account that is deleted. */
  readonly username?: string | undefined;
  readonly agent?: string | undefined;
  readonly startedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
  /** Absent while the session is alive. */
  readonly cause?: EndCause | undefined;
  readonly endedAt?: number | undefined;
  /** As the audit log has it: who ended it, and from where. */
  readonly by?: { readonly kind: string; readonly id?: string | undefined } | undefined;
  readonly address?: string | undefined;
  /** Of a refresh token that came twice: who held it, and when it had been used. */
  readonly reuse?: { readonly client: string; readonly usedAt: number } | undefined;
  /** What apps had in it, the oldest first. */
  readonly families: readonly {
    readonly id: FamilyId;
    readonly startedAt: number;
    readonly endedAt?: number | undefined;
    readonly reason?: string | undefined;
  }[];
}

const causeSchema = z.enum([...revocationReasons, 'expired', 'unused']);

export const endedSessionListSchema: z.ZodType<EndedSessionList, unknown> = z
  .object({
    sessions: z
      .array(
        z.object({
          id: idField('session'),
          agent: z.string().max(256).optional(),
          startedAt: wholeNumber,
          endedAt: wholeNumber,
          cause: causeSchema,
        }),
      )
      .max(20),
  })
  .meta({ id: 'EndedSessionList' });

export const sessionStorySchema: z.ZodType<SessionStory, unknown> = z
  .object({
    id: idField('session'),
    account: idField('account').optional(),
    username: usernameField.optional(),
    agent: z.string().max(256).optional(),
    startedAt: wholeNumber.optional(),
    expiresAt: wholeNumber.optional(),
    cause: causeSchema.optional(),
    endedAt: wholeNumber.optional(),
    by: z.object({ kind: z.string(), id: z.string().optional() }).optional(),
    address: z.string().optional(),
    reuse: z.object({ client: z.string(), usedAt: wholeNumber }).optional(),
    families: z.array(
      z.object({
        id: idField('family'),
        startedAt: wholeNumber,
        endedAt: wholeNumber.optional(),
        reason: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'SessionStory' });
