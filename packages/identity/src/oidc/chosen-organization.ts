import { type OrganizationId, parseId } from '@signet/contracts';
import type { EngineDocument } from './kept-document.ts';

/** `null` where the person goes on without any, as an app allows that can do with or without. */
export type ChosenOrganization = OrganizationId | null;

/** The answer to the question which one, as it goes back to the engine. */
export function choiceOf(chosen: ChosenOrganization): EngineDocument {
  return { organization: { id: chosen } };
}

/** What was chosen in this request; `undefined` where nobody was asked. */
export function chosenIn(result: EngineDocument | undefined): ChosenOrganization | undefined {
  const answer = result?.['organization'];
  if (typeof answer !== 'object' || answer === null) return undefined;
  return parseId('organization', (answer as EngineDocument)['id']) ?? null;
}

/** What was chosen for this app before, in the same sign-in of the browser. @param kept of the app, as `agreement.ts` has it */
export function chosenBefore(kept: EngineDocument): OrganizationId | undefined {
  return parseId('organization', kept['chosen']);
}

export function rememberChoice(kept: Record<string, unknown>, chosen: OrganizationId | undefined): void {
  if (chosen === undefined) delete kept['chosen'];
  else kept['chosen'] = chosen;
}
