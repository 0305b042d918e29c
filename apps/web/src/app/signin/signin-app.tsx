import type { ReactElement } from 'react';
import type { Site } from '../../features/signin/model/site.ts';
import { SigninPage } from '../../features/signin/signin-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';
import { HostedBar } from './hosted-bar.tsx';

/** The hosted screens in their frame. */
export function SigninApp({ site }: { readonly site?: Site }): ReactElement {
  useWords();
  return (
    <Frame page={(theme) => <HostedBar theme={theme} />}>
      <SigninPage {...(site && { site })} />
    </Frame>
  );
}
