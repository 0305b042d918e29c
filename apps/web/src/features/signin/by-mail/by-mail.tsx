import { type LazyExoticComponent, lazy, type ReactElement } from 'react';
import { ask } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { wordsLoaded } from '../../../ui/language/translated.ts';
import { type BegunOrNot, readBegunAnswer } from '../account/factors/own-factors.ts';
import type { Site } from '../model/site.ts';
import { textOf } from '../parts/text-of.ts';
import type { MailScreenProps } from './mail-screen.tsx';
import { words } from './words.ts';

/** Loaded by who signs in by mail, and nobody else. */
export const MailScreen: LazyExoticComponent<(props: MailScreenProps) => ReactElement> = lazy(async () => {
  const { MailScreen: shown } = await import('./mail-screen.tsx');
  await wordsLoaded();
  return { default: shown };
});

interface MailButtonProps {
  readonly isBusy: boolean;
  /** @param name what stands in the name field of the form around it */
  readonly onChoose: (name: string) => void;
}

/** Another way in, for whoever has no password at hand. */
export function MailButton({ isBusy, onChoose }: MailButtonProps): ReactElement {
  return (
    <Button
      className="gate-way"
      aria-disabled={isBusy}
      onClick={({ currentTarget: { form } }) =>
        isBusy || onChoose(form === null ? '' : textOf(form, 'username').trim())
      }
    >
      {words.offer}
    </Button>
  );
}

/** What the app of somebody who has shown the mail is told, where they must add one. */
export async function beginOfEmail(site: Site): Promise<BegunOrNot> {
  return readBegunAnswer(await ask({ ...site, keepsCookies: true }, 'beginAuthenticatorOfEmail', {}));
}
