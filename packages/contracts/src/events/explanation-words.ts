import type { StepName, StepRecord } from './decision-record.ts';
import { englishNotes, type StepNotes } from './step-notes.ts';

/** What an explanation says beside the refusal itself. `{name}` is the place of a value. */
export interface ExplanationWords {
  /** What each step asks. */
  readonly questions: Readonly<Record<StepName, string>>;
  /** The outcome of a step in a word or two. */
  readonly outcomes: Readonly<Record<StepRecord['outcome'], string>>;
  /** What each step says of its work. */
  readonly notes: StepNotes;
  readonly headlines: Readonly<
    Record<
      'forwarded' | 'refused' | 'refusedBecause' | 'failed' | 'failedBecause' | 'unreadable' | 'upstream',
      string
    >
  >;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly verified: string;
  /** Nobody here has seen a signature. */
  readonly vouchedFor: string;
  /** There is none: an API key was shown. */
  readonly shownKey: string;
  /** There is none: a machine showed its password. */
  readonly shownPassword: string;
  readonly notVerified: string;
  readonly noDate: string;
}

export type FactName =
  | 'signature'
  | 'issuer'
  | 'subject'
  | 'client'
  | 'jti'
  | 'session'
  | 'kid'
  | 'alg'
  | 'issued'
  | 'expires'
  | 'at'
  | 'decidedBy'
  | 'route'
  | 'upstream'
  | 'took';

export const englishExplanation: ExplanationWords = {
  questions: {
    'read-request': 'Can the request be read in one way only?',
    'match-route': 'Which route takes it?',
    'extract-token': 'Which token came with it?',
    'verify-token': 'Can the token be believed?',
    'check-revocation': 'Is the token still in force?',
    authorize: 'Does it carry what the route asks for?',
    limit: 'Is there room in the budgets?',
    'check-request': 'Is the request what the route describes?',
    'ask-webhook': 'Does the check of the route allow it?',
    forward: 'What did the upstream say?',
  },
  outcomes: {
    ok: 'yes',
    refused: 'refused',
    failed: 'failed',
    'not-reached': 'not reached',
    'not-needed': 'not needed',
  },
  notes: englishNotes,
  headlines: {
    forwarded: '{call} was forwarded to {upstream}, which answered {status}.',
    refused: '{call} was refused with {status}.',
    refusedBecause: '{call} was refused with {status}: {reason}',
    failed: '{call} was not answered with {status}.',
    failedBecause: '{call} was not answered with {status}: {reason}',
    unreadable: 'A request that could not be read',
    upstream: 'the upstream',
  },
  facts: {
    signature: 'Signature',
    issuer: 'Issuer',
    subject: 'Subject',
    client: 'Client',
    jti: 'Token id',
    session: 'Session',
    kid: 'Key id',
    alg: 'Algorithm',
    issued: 'Issued',
    expires: 'Expires',
    at: 'At',
    decidedBy: 'Decided by',
    route: 'Route',
    upstream: 'Upstream',
    took: 'Took',
  },
  verified: 'verified',
  vouchedFor: 'not seen: the issuer vouches for the token',
  shownKey: 'none: it is an API key, which Signet knows',
  shownPassword: 'none: a machine showed its password',
  notVerified: 'not verified: what follows is only what it says of itself',
  noDate: 'not a date',
};
