import { lazy, type ReactElement, Suspense, useState } from 'react';
import { wordsLoaded } from '../../ui/language/translated.ts';
import { InteractionScreen } from './interaction/interaction-screen.tsx';
import { screenOf } from './model/place.ts';
import { type Site, thisSite } from './model/site.ts';
import { useHash } from './model/use-hash.ts';
import { SignedOutCard } from './parts/signed-out-card.tsx';
import { SkeletonCard } from './parts/skeleton-card.tsx';
import './signin.css';

/** Not loaded by who signs in for an app. */
const AccountScreen = lazy(async () => {
  const { AccountScreen: shown } = await import('./account/account-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** Not loaded by who knows their password. */
const ForgottenScreen = lazy(async () => {
  const { ForgottenScreen: shown } = await import('./mailed/forgotten-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});
const ResetScreen = lazy(async () => {
  const { ResetScreen: shown } = await import('./mailed/reset-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});
const ConfirmScreen = lazy(async () => {
  const { ConfirmScreen: shown } = await import('./mailed/confirm-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** Not loaded by who has no device to sign in. */
const DeviceScreen = lazy(async () => {
  const { DeviceScreen: shown } = await import('./device/device-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});
const DeviceEnd = lazy(async () => {
  const { DeviceEnd: shown } = await import('./device/device-end.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** Not loaded by who has an account. */
const RegisterScreen = lazy(async () => {
  const { RegisterScreen: shown } = await import('./registration/register-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** Not loaded by who was invited nowhere. */
const JoinScreen = lazy(async () => {
  const { JoinScreen: shown } = await import('./joining/join-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});

/** The screens that the server shows for others: which one, its address says. */
export function SigninPage({ site: given }: { readonly site?: Site }): ReactElement {
  const [site] = useState(() => given ?? thisSite());
  const [screen] = useState(() => screenOf(location.pathname));
  const hash = useHash();
  return (
    <main className="gate">
      <Suspense key={hash} fallback={<SkeletonCard />}>
        {screen.name === 'interaction' && <InteractionScreen site={site} uid={screen.uid} />}
        {screen.name === 'account' && <AccountScreen site={site} />}
        {screen.name === 'forgotten' && <ForgottenScreen site={site} />}
        {screen.name === 'reset' && <ResetScreen site={site} />}
        {screen.name === 'confirm' && <ConfirmScreen site={site} />}
        {screen.name === 'register' && <RegisterScreen site={site} />}
        {screen.name === 'join' && <JoinScreen site={site} />}
        {screen.name === 'device' && <DeviceScreen site={site} />}
        {screen.name === 'device-allowed' && <DeviceEnd end="allowed" />}
        {screen.name === 'device-denied' && <DeviceEnd end="denied" />}
        {screen.name === 'device-over' && <DeviceEnd end="over" />}
        {screen.name === 'signed-out' && <SignedOutCard />}
      </Suspense>
    </main>
  );
}
