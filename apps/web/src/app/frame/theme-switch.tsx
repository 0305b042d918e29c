import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Segments } from '../../ui/choice/segments.tsx';
import { type Theme, type ThemeChoice, themeChoices } from './use-theme.ts';
import { words } from './words.ts';

const icons = { light: IconSun, auto: IconDeviceDesktop, dark: IconMoon } as const;

function Label({ choice }: { readonly choice: ThemeChoice }): ReactElement {
  const Icon = icons[choice];
  return (
    <span className="theme-label" title={words.themes[choice]}>
      <Icon size={15} stroke={1.75} aria-hidden />
      <span className="visually-hidden">{words.themes[choice]}</span>
    </span>
  );
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch({ theme }: { readonly theme: Theme }): ReactElement {
  return (
    <Segments
      label={words.theme}
      segments={themeChoices.map((value) => ({ value, label: <Label choice={value} /> }))}
      value={theme.choice}
      onChoose={theme.choose}
    />
  );
}
