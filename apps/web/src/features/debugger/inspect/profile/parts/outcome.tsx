import type { ProfileName } from '@signet/token/profiles';
import { IconChecks } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Finding } from '../../../../../parts/token-view/model/inspection.ts';
import { ToneIcon } from '../../../../../ui/verdict/tone-icon.tsx';
import { type Known, unknownFields } from '../model/fields.ts';
import { words } from '../words.ts';

interface OutcomeProps {
  readonly profile: ProfileName;
  readonly findings: readonly Finding[];
  readonly known: Known;
}

/** What the check came to, in a sentence, and what it could not look at. Never "verified": that is for the key. */
export function Outcome({ profile, findings, known }: OutcomeProps): ReactElement {
  const of = words.ofA[profile];
  const faults = findings.filter(({ tone: each }) => each !== 'note');
  const tone = faults.some(({ tone: each }) => each === 'refused') ? 'refused' : 'warning';
  const missing = unknownFields(profile, known).map((name) => words.fields[name]);
  return (
    <div className={`profile-outcome tone-${faults.length === 0 ? 'unknown' : tone}`}>
      {faults.length === 0 ? (
        <IconChecks className="tone-icon" size={18} aria-hidden />
      ) : (
        <ToneIcon tone={tone} />
      )}
      <div>
        <p role="status">{faults.length === 0 ? words.holds(of) : words.fails(of, faults.length)}</p>
        {missing.length > 0 && <p className="profile-unchecked">{words.notGiven(missing)}</p>}
      </div>
    </div>
  );
}
