import { z } from 'zod';
import type { SessionId } from '../ids/id.ts';
import { idField, usernameField, wholeNumber } from './fields.ts';

/** The answer of `GET /auth/session`: who calls, and in which session. */
export interface SessionAnswer {
  readonly sessionId: SessionId;
  readonly username: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** Where a network is said to be, in the language of the reader where that is known. */
export interface Place {
  readonly city?: string | undefined;
  readonly country?: string | undefined;
}

/** One entry of `GET /auth/sessions`. */
export interface SessionSummary {
  readonly id: SessionId;
  /** What the device calls itself (`User-Agent`); absent where it said nothing. */
  readonly agent?: string | undefined;
  /** From which network it signed in: the /24 of an IPv4 address, the /48 of an IPv6 one. */
  readonly network?: string | undefined;
  /** Of that network, by `identity.places`; may be wrong. */
  readonly place?: Place | undefined;
  readonly startedAt: number;
  /** When a token was last given out in it. */
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  /** The session of whoever asks. */
  readonly current: boolean;
}

export interface SessionsAnswer {
  readonly username: string;
  /** The newest first. */
  readonly sessions: readonly SessionSummary[];
}

export interface EndSessionParameters {
  readonly session: SessionId;
}

/** What a gateway must have applied to refuse the tokens of all that was ended. */
export interface EndedSessionsAnswer {
  /** How many were alive until then. */
  readonly ended: number;
  readonly revocationSequence: number;
}

export const sessionAnswerSchema: z.ZodType<SessionAnswer, unknown> = z
  .object({
    sessionId: idField('session'),
    username: usernameField,
    startedAt: wholeNumber,
    expiresAt: wholeNumber,
  })
  .meta({ id: 'SessionAnswer' });

export const placeField: z.ZodType<Place, unknown> = z.object({
  city: z.string().max(128).optional(),
  country: z.string().max(128).optional(),
});

const sessionSummarySchema = z.object({
  id: idField('session'),
  agent: z.string().max(256).optional(),
  network: z.string().max(64).optional(),
  place: placeField.optional(),
  startedAt: wholeNumber,
  lastUsedAt: wholeNumber,
  expiresAt: wholeNumber,
  current: z.boolean(),
});

export const sessionsAnswerSchema: z.ZodType<SessionsAnswer, unknown> = z
  .object({ username: usernameField, sessions: z.array(sessionSummarySchema).max(100) })
  .meta({ id: 'SessionsAnswer' });

export const endSessionParametersSchema: z.ZodType<EndSessionParameters, unknown> = z.strictObject({
  session: idField('session'),
});

export const endedSessionsAnswerSchema: z.ZodType<EndedSessionsAnswer, unknown> = z
  .object({ ended: wholeNumber, revocationSequence: wholeNumber })
  .meta({ id: 'EndedSessionsAnswer' });
