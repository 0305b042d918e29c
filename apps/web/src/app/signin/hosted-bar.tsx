import { type ReactElement, useEffect } from 'react';
import type { Brand } from '../../features/signin/model/use-brand.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { Mark } from '../frame/top-bar.tsx';
import type { Theme } from '../frame/use-theme.ts';
import { words } from '../frame/words.ts';
import './hosted-bar.css';

export interface HostedBarProps {
  readonly theme: Theme;
  /** Not known yet: nobody is named, so that no name is taken back. */
  readonly brand: Brand | undefined;
}

/** Above a screen that stands between a person and an app: whose it is and how it looks, and no way aside. */
export function HostedBar({ theme, brand }: HostedBarProps): ReactElement {
  useEffect(() => {
    if (brand?.name !== undefined) document.title = brand.name;
  }, [brand]);
  return (
    <header className="hosted-bar">
      {brand?.logo !== undefined && <img className="hosted-logo" src={brand.logo} alt="" />}
      {brand !== undefined && brand.logo === undefined && brand.name === undefined && <Mark />}
      <span className="hosted-name">{brand && (brand.name ?? words.product)}</span>
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
    </header>
  );
}
