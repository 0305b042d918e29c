import { type LazyExoticComponent, lazy, type ReactElement } from 'react';
import { ask } from '../../../parts/session/ask-signet.ts';
import { wordsLoaded } from '../../../ui/language/translated.ts';
import { type BegunOrNot, readBegunAnswer } from '../account/factors/own-factors.ts';
import type { Site } from '../model/site.ts';
import type { CodesCardProps } from './codes-card.tsx';
import type { EnrolmentProps } from './enrolment.tsx';

/** Loaded by who must add an authenticator app, and nobody else. */
export const Enrolment: LazyExoticComponent<(props: EnrolmentProps) => ReactElement> = lazy(async () => {
  const { Enrolment: shown } = await import('./enrolment.tsx');
  await wordsLoaded();
  return { default: shown };
});

export const CodesCard: LazyExoticComponent<(props: CodesCardProps) => ReactElement> = lazy(async () => {
  const { CodesCard: shown } = await import('./codes-card.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** What the app of somebody who has shown their password is told. */
export async function beginAtLogin(
  site: Site,
  given: { readonly username: string; readonly password: string },
): Promise<BegunOrNot> {
  const { username, password } = given;
  const asking = { ...site, keepsCookies: true };
  return readBegunAnswer(await ask(asking, 'beginAuthenticatorAtLogin', { username, password }));
}

/** The same of whom a provider signed in. */
export async function beginOfProvider(site: Site): Promise<BegunOrNot> {
  return readBegunAnswer(await ask({ ...site, keepsCookies: true }, 'beginAuthenticatorOfProvider'));
}
