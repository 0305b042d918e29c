import { type Paint, paintWith } from './terminal/palette.ts';
import { safeText } from './terminal/safe-text.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What every command works with: where it runs, and how it answers. */
export interface Context {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly paint: Paint;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** Options of the commands that speak with a server. */
export interface ServerOptions extends CommonOptions {
  readonly server?: string;
  readonly data?: string;
}

export function createContext(
  terminal: Terminal,
  environment: Context['environment'],
  clock: () => number,
): Context {
  return { terminal, environment, clock, paint: paintWith(terminal.colourOut) };
}

/** Prints the answer: as one line of JSON for programs, or as text for people. */
export function answer(context: Context, options: CommonOptions, value: unknown, text: () => string): void {
  context.terminal.out(options.json === true ? `${safeText(JSON.stringify(value))}\n` : text());
}
