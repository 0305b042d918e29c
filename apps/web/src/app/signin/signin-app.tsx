import { type ReactElement, useState } from 'react';
import { type Site, thisSite } from '../../features/signin/model/site.ts';
import { useBrand } from '../../features/signin/model/use-brand.ts';
import { SigninPage } from '../../features/signin/signin-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';
import { HostedBar } from './hosted-bar.tsx';

/** The hosted screens in their frame. */
export function SigninApp({ site: given }: { readonly site?: Site }): ReactElement {
  useWords();
  const [site] = useState(() => given ?? thisSite());
  const brand = useBrand(site);
  return (
    <Frame page={(theme) => <HostedBar theme={theme} brand={brand} />}>
      <SigninPage site={site} />
    </Frame>
  );
}
