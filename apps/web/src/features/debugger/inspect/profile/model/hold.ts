import type { Finding as LintFinding } from '@signet/token/lint';
import type { ParsedToken } from '@signet/token/parse';
import { checkProfile, type ProfileName } from '@signet/token/profiles';
import type { Finding } from '../../../../../parts/token-view/model/inspection.ts';
import { expectationsOf, fieldsOf, type Known, unknownFields } from './fields.ts';
import { notPossessed, type Proof, readProof } from './proof.ts';

/** A token held against the rules of a profile. */
export interface Holding {
  readonly findings: readonly Finding[];
  /** Only for a DPoP proof: the key inside, and what it binds. */
  readonly proof?: Proof;
}

/** What came of holding a token against its profile. */
export interface Held {
  /** Undefined until there is an answer about this token and this profile. */
  readonly holding?: Holding | undefined;
  /** The answer to the reader's last change is still on its way. */
  readonly isStale: boolean;
  /** What is reason enough to refuse the token. */
  readonly broken?: Finding | undefined;
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

/**
 * What speaks against the token by rules that the reader asked for: those of a proof, of a profile of their own choice,
 * or against what they told. What a token is only taken for is no reason to refuse it.
 */
export function brokenRule(
  { findings }: Holding,
  { profile, isRecognised, known }: Pick<ProfileQuestion, 'profile' | 'isRecognised' | 'known'>,
): Finding | undefined {
  const refused = findings.filter(({ tone }) => tone === 'refused');
  if (profile === 'dpop-proof' || !isRecognised) return refused[0];
  const isTold = unknownFields(profile, known).length < fieldsOf(profile).length;
  return isTold ? refused.find(({ id }) => /-unexpected:/.test(id)) : undefined;
}

function toFinding({ rule, level, sentence, fix, reference }: LintFinding): Finding {
  return { id: `${rule}:${sentence}`, tone: tones[level], sentence, fix, rule: reference };
}
