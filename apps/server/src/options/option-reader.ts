import { refusal, SignetError } from '@signet/contracts';

/** A value together with the name under which the reader of an error will know it. */
export interface Given {
  readonly name: string;
  readonly value: string;
}

/** Where a value may come from: the command line goes before the environment. */
export interface OptionSource {
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The value of an option, or undefined. An empty environment variable counts as absent, as is the custom.
 * @param flag Name as commander stores it, such as `gatewayPort`
 */
export function given(source: OptionSource, flag: string, variable: string): Given | undefined {
  const onLine = source.flags[flag];
  if (onLine !== undefined) return { name: `--${dashed(flag)}`, value: onLine };
  const inEnvironment = source.environment[variable];
  if (inEnvironment === undefined || inEnvironment === '') return undefined;
  return { name: variable, value: inEnvironment };
}

/** @throws SignetError `option_invalid` */
export function wholeNumber(option: Given | undefined, otherwise: number, from: number, to: number): number {
  if (option === undefined) return otherwise;
  const number = /^\d{1,9}$/.test(option.value) ? Number(option.value) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw invalid(option, `a whole number from ${from} to ${to}`);
}

/** @throws SignetError `option_invalid` */
export function oneOf<Choice extends string>(
  option: Given | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (option === undefined) return undefined;
  const choice = choices.find((each) => each === option.value);
  if (choice === undefined) throw invalid(option, `one of ${choices.join(', ')}`);
  return choice;
}

/** An option with a value that cannot be; the value itself is shown, so never use this for a secret. */
export function invalid(option: Given, expected: string): SignetError {
  return new SignetError(
    refusal('option_invalid.value', { option: option.name, value: shortened(option.value), expected }),
  );
}

/** An option that holds a secret: what came is not repeated. */
export function invalidSecret(name: string, expected: string): SignetError {
  return new SignetError(refusal('option_invalid.secret', { option: name, expected }));
}

function shortened(value: string): string {
  return value.length <= 80 ? `"${value}"` : `"${value.slice(0, 79)}…"`;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
