import type { ReactElement } from 'react';
import { translate } from '../../../ui/language/translate.ts';
import type { Trial } from '../lab/attack.ts';
import type { CarelessAnswer } from '../lab/careless-answer.ts';
import { words } from '../words/words.ts';
import { VerdictCard } from './verdict-card.tsx';

const { lab: say } = words;

function carelessSentence(answer: CarelessAnswer): string {
  if (answer.kind === 'refused') return say.carelessNo;
  const { sub, roles } = answer.claims;
  return say.carelessSays(String(sub), String(roles));
}

interface TrialViewProps {
  readonly trial: Trial;
  /** What the careless verifier overlooked. */
  readonly why: string;
}

/** Both answers side by side. Being let in is the bad news here, so the careless "yes" is a warning. */
export function TrialView({ trial: { careless, ours }, why }: TrialViewProps): ReactElement {
  const refusal = ours.verdict === 'refused' ? ours.refusal : undefined;
  return (
    <div className="trial">
      {careless && (
        <VerdictCard
          who={say.careless}
          tone={careless.kind === 'accepted' ? 'warning' : 'refused'}
          word={careless.kind === 'accepted' ? say.accepted : say.refused}
          sentence={carelessSentence(careless)}
          why={why}
        />
      )}
      <VerdictCard
        who={say.signet}
        tone={refusal ? 'refused' : 'verified'}
        word={refusal ? say.refused : say.accepted}
        sentence={translate(refusal?.sentence) ?? say.fits}
        {...(refusal && { refusal })}
      />
    </div>
  );
}
