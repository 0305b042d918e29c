import type { Finding as LintFinding } from '@signet/token/lint';
import type { ParsedToken } from '@signet/token/parse';
import { checkProfile, type ProfileName } from '@signet/token/profiles';
import type { Finding } from '../../../../../parts/token-view/model/inspection.ts';
import { expectationsOf, type Known } from './fields.ts';
import { notPossessed, type Proof, readProof } from './proof.ts';

/** A token held against the rules of a profile. */
export interface Holding {
  readonly findings: readonly Finding[];
  /** Only for a DPoP proof: the key inside, and what it binds. */
  readonly proof?: Proof;
}

export interface ProfileQuestion {
  readonly parsed: ParsedToken;
  readonly profile: ProfileName;
  /** Nobody chose it: the token was taken for one by what stands in it. */
  readonly isRecognised: boolean;
  readonly known: Known;
  /** Seconds since 1970. */
  readonly now: number;
  /** By how much clocks may differ, in seconds. */
  readonly skew: number;
}

/** What the verdict and the findings of the page say already, for every kind of token. */
const toldElsewhere = /\/(?:expired|not-yet-valid|iat-in-future|alg-none|(?:exp|nbf|iat)-not-a-time)$/;

const tones = { error: 'refused', warning: 'warning', note: 'note' } as const;

/** Holds the token against the profile, and a proof against its own key as well. */
export async function hold(question: ProfileQuestion): Promise<Holding> {
  const { parsed, profile, isRecognised, known, now, skew } = question;
  const expected = {
    ...expectationsOf(profile, known, now, skew),
    ...(isRecognised && ({ isRecognised } as const)),
  };
  const found = await checkProfile(parsed, profile, expected);
  const findings = found.filter(({ rule }) => !toldElsewhere.test(rule)).map(toFinding);
  if (profile !== 'dpop-proof') return { findings };
  const proof = await readProof(parsed, expected.accessToken, found);
  return { findings: proof.isPossessed === false ? [notPossessed(), ...findings] : findings, proof };
}

function toFinding({ rule, level, sentence, fix, reference }: LintFinding): Finding {
  return { id: `${rule}:${sentence}`, tone: tones[level], sentence, fix, rule: reference };
}
