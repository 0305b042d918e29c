import type { Look } from './render.tsx';

interface NamedLook extends Look {
  readonly name: string;
}

/** Both colour schemes at both widths that every screen is looked at in. */
export const looks: readonly NamedLook[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ].map((viewport) => ({ colorScheme, viewport, name: `${viewport.width} px, ${colorScheme}` })),
);
