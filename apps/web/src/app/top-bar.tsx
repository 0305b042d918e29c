import { IconLock } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Hint } from '../ui/hint/hint.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Theme } from './use-theme.ts';
import { words } from './words.ts';

/** The product's mark: the three parts of a token. */
function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect x="1" y="3" width="11" height="3.5" rx="1.75" fill="var(--header)" />
      <rect x="1" y="8.25" width="18" height="3.5" rx="1.75" fill="var(--payload)" />
      <rect x="1" y="13.5" width="7" height="3.5" rx="1.75" fill="var(--signature)" />
    </svg>
  );
}

/** Who this is, what it promises, and how it looks. */
export function TopBar({ theme }: { readonly theme: Theme }): ReactElement {
  return (
    <header className="top-bar">
      <div className="top-bar-inner">
        <a className="skip-link" href="#token">
          {words.skip}
        </a>
        <div className="top-bar-name">
          <Mark />
          <span className="top-bar-product">{words.product}</span>
          <span className="top-bar-page">{words.page}</span>
        </div>
        <Hint text={words.privacyHint}>
          <button type="button" className="privacy" aria-label={words.privacy}>
            <IconLock size={14} stroke={1.75} aria-hidden />
            <span>{words.privacy}</span>
          </button>
        </Hint>
        <ThemeSwitch theme={theme} />
      </div>
    </header>
  );
}
