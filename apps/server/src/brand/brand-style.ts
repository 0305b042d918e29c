import { shadesOf } from './shades.ts';

/** `--surface` of the two looks (`apps/web/src/ui/look/tokens.css`). */
const grounds = { light: '#ffffff', dark: '#131417' } as const;

/** The style sheet that puts a colour where the hosted screens have none; empty without a colour. */
export function brandStyle(colour: string | undefined): string {
  if (colour === undefined) return '';
  const [light, dark] = [rulesOf(colour, grounds.light), rulesOf(colour, grounds.dark)];
  return `:root { ${light} }
[data-mantine-color-scheme="dark"] { ${dark} }
@media (prefers-color-scheme: dark) { :root:not([data-mantine-color-scheme]) { ${dark} } }
`;
}

function rulesOf(colour: string, ground: string): string {
  const { action, onAction, hover } = shadesOf(colour, ground);
  return `--action: ${action}; --on-action: ${onAction}; --action-hover: ${hover};`;
}
