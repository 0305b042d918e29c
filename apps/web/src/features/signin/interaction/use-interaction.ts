import { useCallback, useEffect, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import {
  answerInteraction,
  fetchInteraction,
  type Interaction,
  isLost,
  type WithAnswer,
} from '../model/interaction.ts';
import type { Site } from '../model/site.ts';

/** How far one is with what an app waits for. */
export type Stage =
  | { readonly name: 'loading' }
  | { readonly name: 'lost' }
  | { readonly name: 'asks'; readonly interaction: Interaction; readonly fault?: Unanswered }
  | { readonly name: 'leaving'; readonly interaction: Interaction }
  /** No answer came, and what was tried can be tried again. */
  | { readonly name: 'failed'; readonly fault: Unanswered; readonly again: () => void };

/** Gives the app its answer, and leaves for it. */
export type Answer = (answer: 'continue' | 'deny', more?: WithAnswer) => Promise<void>;

export function useInteraction(
  site: Site,
  uid: string,
): { readonly stage: Stage; readonly answer: (of: Interaction) => Answer } {
  const [stage, setStage] = useState<Stage>({ name: 'loading' });
  const load = useCallback(
    async (fault?: Unanswered): Promise<void> => {
      const found = await fetchInteraction(site, uid);
      if (found.kind !== 'found') return setStage(failedOr(found, () => void load(fault)));
      setStage({ name: 'asks', interaction: found.interaction, ...(fault !== undefined && { fault }) });
    },
    [site, uid],
  );
  useEffect(() => void load(), [load]);
  const answer = (interaction: Interaction): Answer =>
    async function give(...given) {
      const answered = await answerInteraction(site, uid, ...given);
      if (needsPassword(answered)) return setStage({ name: 'asks', interaction: withoutPerson(interaction) });
      if (isGone(answered)) return load(answered);
      if (answered.kind !== 'goes-on') return setStage(failedOr(answered, () => void give(...given)));
      setStage({ name: 'leaving', interaction });
      site.go(answered.address);
    };
  return { stage, answer };
}

function failedOr(fault: Unanswered, again: () => void): Stage {
  return isLost(fault) ? { name: 'lost' } : { name: 'failed', fault, again };
}

/** The app wants to know it is the person now, not that they were there some time ago. */
function needsPassword(answer: { readonly kind: string } | Unanswered): boolean {
  return 'refusal' in answer && answer.refusal.known === 'sign_in_needed';
}

/** The person is in what they chose no longer: they choose from what is left. */
function isGone(answer: { readonly kind: 'goes-on' } | Unanswered): answer is Unanswered {
  return 'refusal' in answer && answer.refusal.known === 'organization_not_allowed';
}

function withoutPerson({ person, ...interaction }: Interaction): Interaction {
  return person === undefined ? interaction : { ...interaction, loginHint: person.username };
}
