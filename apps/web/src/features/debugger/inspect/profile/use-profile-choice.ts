import type { ProfileName } from '@signet/token/profiles';
import { useState } from 'react';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';
import { profileOf } from './model/fields.ts';

/** The profile that a token is held against. */
export interface ProfileChoice {
  /** The profile that the token belongs to by its own account. */
  readonly recognised: ProfileName | undefined;
  /** The profile it is held against. */
  readonly profile: ProfileName | undefined;
  readonly choose: (profile: ProfileName | undefined) => void;
}

interface Chosen {
  /** The choice stands while tokens of this kind are looked at. */
  readonly recognised: ProfileName | undefined;
  readonly profile: ProfileName | undefined;
}

/** The profile that the token names, until the reader chooses another. */
export function useProfileChoice({ described }: Dissection): ProfileChoice {
  const recognised = profileOf(described.kind.kind);
  const [chosen, setChosen] = useState<Chosen>();
  const profile = chosen?.recognised === recognised && chosen ? chosen.profile : recognised;
  return { recognised, profile, choose: (name) => setChosen({ recognised, profile: name }) };
}
