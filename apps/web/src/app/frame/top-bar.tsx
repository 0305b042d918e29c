import { IconLock, IconLockQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useIsAsking } from '../../ui/asking/asking.ts';
import { Hint } from '../../ui/hint/hint.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { addressOf, type PageName, pages } from './pages.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Theme } from './use-theme.ts';
import { words } from './words.ts';

/** The product's mark: the three parts of a token. */
export function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect x="1" y="3" width="11" height="3.5" rx="1.75" fill="var(--header)" />
      <rect x="1" y="8.25" width="18" height="3.5" rx="1.75" fill="var(--payload)" />
      <rect x="1" y="13.5" width="7" height="3.5" rx="1.75" fill="var(--signature)" />
    </svg>
  );
}

const skipTargets: Readonly<Record<PageName, string>> = {
  debugger: '#token',
  learn: '#lesson',
  libraries: '#libraries',
  errors: '#codes',
};

function PageLinks({ page }: { readonly page: PageName }): ReactElement {
  return (
    <nav className="top-bar-pages" aria-label={words.pagesLabel}>
      {pages.map((name) => (
        <a key={name} href={addressOf(name, page)} aria-current={name === page ? 'page' : undefined}>
          {words.pages[name]}
        </a>
      ))}
    </nav>
  );
}

/** What the page keeps to itself, and no more than that: some parts of it send something when they are told to. */
function Promised(): ReactElement {
  const isAsking = useIsAsking();
  const text = isAsking ? words.asks : words.privacy;
  const Icon = isAsking ? IconLockQuestion : IconLock;
  return (
    <Hint text={isAsking ? words.asksHint : words.privacyHint}>
      <button type="button" className="privacy" aria-label={text}>
        <Icon size={14} stroke={1.75} aria-hidden />
        <span>{text}</span>
      </button>
    </Hint>
  );
}

/** Who this is, where one can go, what it promises, and how it looks. */
export function TopBar({ theme, page }: { readonly theme: Theme; readonly page: PageName }): ReactElement {
  return (
    <header className="top-bar">
      <div className="top-bar-inner">
        <a className="skip-link" href={skipTargets[page]}>
          {words.skip[page]}
        </a>
        <div className="top-bar-name">
          <Mark />
          <span className="top-bar-product">{words.product}</span>
          <PageLinks page={page} />
        </div>
        <Promised />
        <LanguageSwitch />
        <ThemeSwitch theme={theme} />
      </div>
    </header>
  );
}
