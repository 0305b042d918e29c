/** A colour as red, green and blue, each from 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** How one colour looks on one ground: what is pressed, what is written on it, and what it becomes under the pointer. */
export interface Shades {
  readonly action: string;
  readonly onAction: string;
  readonly hover: string;
}

/** WCAG 2.2 §1.4.11: what is pressed must be told from its ground. */
const leastContrast = 3;
const steps = 20;
const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/**
 * The shades of `colour` on `ground`, both `#rrggbb`: as it is where it can be seen there, else as near to it as can.
 */
export function shadesOf(colour: string, ground: string): Shades {
  const [given, below] = [read(colour), read(ground)];
  const away = luminance(below) > 0.5 ? black : white;
  const action = seenOn(given, below, away);
  const text = contrast(action, white) >= contrast(action, black) ? white : black;
  return { action: write(action), onAction: write(text), hover: write(mix(action, away, 3)) };
}

/** The first mixture toward `away` that can be told from `ground`; `away` itself always can. */
function seenOn(colour: Colour, ground: Colour, away: Colour): Colour {
  for (let step = 0; step < steps; step++) {
    const mixed = mix(colour, away, step);
    if (contrast(mixed, ground) >= leastContrast) return mixed;
  }
  return away;
}

function mix(colour: Colour, other: Colour, step: number): Colour {
  const at = (index: 0 | 1 | 2): number =>
    Math.round(colour[index] + ((other[index] - colour[index]) * step) / steps);
  return [at(0), at(1), at(2)];
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function read(colour: string): Colour {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function write(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
