import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What the command writes on and reads from, and what it may assume of it. */
export interface Terminal {
  /** Answers. */
  readonly out: (text: string) => void;
  /** Resolves when the answers written so far have been taken, at once while there is room. */
  readonly drained: () => Promise<void>;
  /** Everything that is not the answer: errors, prompts, warnings. */
  readonly err: (text: string) => void;
  readonly input: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  readonly colourOut: boolean;
  readonly colourErr: boolean;
  /** Standard error is a terminal: what is said there is for people and not for a log collector. */
  readonly peopleRead: boolean;
  /** Columns to wrap at. */
  readonly width: number;
}

export interface TerminalStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const usualWidth = 80;

/** Plain when not a terminal, or when NO_COLOR (no-color.org) is set to anything. */
export function openTerminal(streams: {
  readonly input: Terminal['input'];
  readonly out: TerminalStream;
  readonly err: TerminalStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Terminal {
  const { input, out, err, environment } = streams;
  const colour = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return {
    out: (text) => void out.write(text),
    drained: async () => {
      if (out.writableNeedDrain) await once(out, 'drain');
    },
    err: (text) => void err.write(text),
    input,
    colourOut: colour && out.isTTY === true,
    colourErr: colour && err.isTTY === true,
    peopleRead: err.isTTY === true,
    width: Math.max(40, Math.min(out.columns ?? usualWidth, 120)),
  };
}
