import type { Finding } from '@signet/token/lint';
import type { ParsedToken } from '@signet/token/parse';
import { checkProfile, type ProfileName, profileNames, profileOf } from '@signet/token/profiles';
import { usageFailure } from '../failure.ts';
import { readTextFile } from '../input/read-file.ts';
import { readAudienceClaim } from './read-audience-claim.ts';

/** What may be known about a token beside itself. */
export interface ProfileOptions {
  readonly profile?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** The claim that stands for the audience. */
  readonly audienceClaim?: string;
  readonly nonce?: string;
  readonly method?: string;
  readonly url?: string;
  /** Files, as tokens and codes do not belong on a command line. */
  readonly accessTokenFile?: string;
  readonly codeFile?: string;
}

export interface Moment {
  readonly now: number;
  readonly clockSkew: number;
}

/** Where findings come from: the profile that was asked for, or that the token belongs to by its own account. */
export interface ProfileFindings {
  readonly profile?: ProfileName;
  readonly findings: readonly Finding[];
}

/**
 * Holds a token against the rules of the profile that was named; `auto` asks the token which one that is.
 * @throws CommandFailure for a profile that nobody knows
 */
export async function profileFindings(
  parsed: ParsedToken,
  options: ProfileOptions,
  moment: Moment,
): Promise<ProfileFindings> {
  if (options.profile === undefined) return { findings: [] };
  const profile = options.profile === 'auto' ? profileOf(parsed, moment.now) : known(options.profile);
  if (profile === undefined) return { findings: [] };
  const { accessTokenFile, codeFile, issuer, audience, audienceClaim, nonce, method, url } = options;
  const given = Object.entries({ issuer, audience, nonce, method, url }).filter(
    ([, value]) => value !== undefined,
  );
  const findings = await checkProfile(parsed, profile, {
    ...moment,
    ...(options.profile === 'auto' ? { isRecognised: true } : {}),
    ...Object.fromEntries(given),
    ...readAudienceClaim(audienceClaim, audience),
    ...(accessTokenFile === undefined ? {} : { accessToken: (await readTextFile(accessTokenFile)).trim() }),
    ...(codeFile === undefined ? {} : { code: (await readTextFile(codeFile)).trim() }),
  });
  return { profile, findings };
}

function known(text: string): ProfileName {
  const name = profileNames.find((each) => each === text);
  if (name !== undefined) return name;
  throw usageFailure({
    sentence: 'This is no kind of token whose rules are known here.',
    expected: `auto or one of ${profileNames.join(', ')}`,
    actual: text.slice(0, 40),
    fix: 'Choose one of them after --profile.',
  });
}
