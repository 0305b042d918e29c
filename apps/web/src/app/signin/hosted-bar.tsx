import type { ReactElement } from 'react';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { Mark } from '../frame/top-bar.tsx';
import type { Theme } from '../frame/use-theme.ts';
import { words } from '../frame/words.ts';
import './hosted-bar.css';

/** Above a screen that stands between a person and an app: whose it is and how it looks, and no way aside. */
export function HostedBar({ theme }: { readonly theme: Theme }): ReactElement {
  return (
    <header className="hosted-bar">
      <Mark />
      <span className="hosted-name">{words.product}</span>
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
    </header>
  );
}
