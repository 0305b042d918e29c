import { type AnswerInteractionRequest, refusal } from '@signet/contracts';
import { type GiveConsentParts, giveConsent } from '../../consents/give-consent.ts';
import { checkOrganizationOfClient, chosenOrganization } from '../../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../../outcome.ts';
import { type OwnSessionParts, ownSession } from '../../own-sessions/own-session.ts';
import { toSeconds } from '../../seconds.ts';
import { findLive } from '../../sessions/find-live.ts';
import { authenticatedAt, authenticationClaims } from '../../tokens/authentication-claims.ts';
import { type ChosenOrganization, choiceOf } from '../chosen-organization.ts';
import type { EngineDocument, KeptDocuments } from '../kept-document.ts';
import type { OrganizationOfSignInParts } from '../organization-of-sign-in.ts';
import { canStepUp, type StepUpParts } from '../step-up.ts';
import { consentPlace } from './consent-place.ts';
import type { OpenInteraction } from './open-interaction.ts';

export interface AnswerInteractionParts
  extends OwnSessionParts,
    StepUpParts,
    OrganizationOfSignInParts,
    Omit<GiveConsentParts, 'wall'> {
  readonly interactions: KeptDocuments;
  readonly browsers: KeptDocuments;
}

export interface GivenAnswer extends AnswerInteractionRequest {
  readonly accessToken: string | undefined;
}

/** Writes the person's answer down where the engine looks for it when the browser comes back. */
export async function answerInteraction(
  open: OpenInteraction,
  given: GivenAnswer,
  parts: AnswerInteractionParts,
): Promise<Outcome<undefined>> {
  if (given.answer === 'deny') return settle(open, refusedByPerson, parts);
  switch (open.prompt) {
    case 'login':
      return continueSignIn(open, given.accessToken, parts);
    case 'organization':
      return continueChosen(open, given.organization, parts);
    case 'consent':
      return continueAgreed(open, parts);
  }
}

/**
 * A sign-in begins a browser's session anew: who was signed in before, in whatever session, leaves nothing behind that
 * the one who comes could go on with, and nothing that was planted before it counts.
 */
async function continueSignIn(
  open: OpenInteraction,
  accessToken: string | undefined,
  parts: AnswerInteractionParts,
): Promise<Outcome<undefined>> {
  if (accessToken === undefined) return needed;
  const person = await ownSession(accessToken, parts);
  if (person.kind === 'denied') return person;
  const { session, account } = person.value;
  const signedInAt = authenticatedAt(session);
  if (open.wantsNewSignIn && signedInAt < open.askedAt) return needed;
  const { acr, amr } = authenticationClaims(session);
  if (open.wantsSecondFactor && (await canStepUp({ acr, accountId: account.id }, parts))) return needed;
  const before = (open.kept.document['session'] as { readonly cookie?: string } | undefined)?.cookie;
  if (before !== undefined) await parts.browsers.remove(before);
  const { session: _, ...rest } = open.kept.document;
  const login = {
    accountId: account.id,
    ts: toSeconds(signedInAt),
    acr,
    amr: [...amr],
    sid: session.id,
  };
  return settle({ ...open, kept: { ...open.kept, document: rest } }, { login }, parts);
}

async function continueAgreed(
  open: OpenInteraction,
  parts: AnswerInteractionParts,
): Promise<Outcome<undefined>> {
  const live = open.signedIn && (await findLive(open.signedIn.sid, parts));
  const client = await parts.clients.find(open.clientId);
  if (live === undefined || client === undefined) return needed;
  const asked = { ...consentPlace(open, live.account, client), scopes: open.scopes };
  await giveConsent(asked, client, parts);
  return settle(open, { consent: {} }, parts);
}

/** Of one that the person is not in they hear what they hear of one that does not exist. */
async function continueChosen(
  open: OpenInteraction,
  named: string | undefined,
  parts: AnswerInteractionParts,
): Promise<Outcome<undefined>> {
  const live = open.signedIn && (await findLive(open.signedIn.sid, parts));
  const client = await parts.clients.find(open.clientId);
  if (live === undefined || client === undefined) return needed;
  const chosen =
    named === undefined ? passed(undefined) : await chosenOrganization(named, live.account.id, parts);
  if (chosen.kind === 'denied') return chosen;
  const fits = await checkOrganizationOfClient(client, chosen.value, parts);
  if (fits.kind === 'denied') return fits;
  const choice: ChosenOrganization = chosen.value ?? null;
  return settle(open, choiceOf(choice), parts);
}

/** What was answered before in the same request, such as the sign-in before the consent, stays answered. */
async function settle(
  { uid, kept }: OpenInteraction,
  result: EngineDocument,
  { interactions }: AnswerInteractionParts,
): Promise<Outcome<undefined>> {
  const { lastSubmission } = kept.document;
  const before = 'error' in result ? {} : (lastSubmission as EngineDocument | undefined);
  const document = { ...kept.document, result: { ...before, ...result } };
  await interactions.keep(uid, document, kept.expiresAt);
  return passed(undefined);
}

const refusedByPerson = { error: 'access_denied', error_description: 'the person did not agree' };

const needed: Denied = denied(refusal('sign_in_needed'));
