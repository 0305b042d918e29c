import { parseArgs } from 'node:util';
import type { BenchOptions } from './bench.ts';

export interface CommandLine {
  /** Names of benches; none means all of them. */
  readonly names: readonly string[];
  readonly help: boolean;
  readonly options: BenchOptions;
}

const accepted = {
  rounds: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '8' },
  only: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after `npm run bench --`. Throws, in words, on an unknown option or an impossible number. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({ args: [...words], options: accepted, allowPositionals: true });
  const options = {
    rounds: wholeNumber('--rounds', values.rounds, 99),
    seconds: wholeNumber('--seconds', values.seconds, 120),
    ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  };
  return { names: positionals, help: values.help, options };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${option} must be a whole number from 1 to ${most}; got ${JSON.stringify(text)}.`);
}
