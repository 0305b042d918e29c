import { z } from 'zod';

/** The two parts of a problem that the schema knows; the third, what came, is read from the file. */
export interface Allowed {
  readonly expected: string;
  readonly fix: string;
}

const separator = '\n';

/** Puts both parts into zod's one message, so that `describe-issue.ts` can take them out again. */
export function allowed(expected: string, fix: string): string {
  return `${expected}${separator}${fix}`;
}

export function readAllowed(message: string): Allowed {
  const [expected = '', ...fix] = message.split(separator);
  return { expected, fix: fix.join(' ') };
}

/** An object that refuses keys it does not know; its message for them is the list of those it does. */
export function strict<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? allowed(listed(keys), '')
        : allowed(`keys and values (${listed(keys)})`, `Write it as a block of \`key: value\` lines.`),
  });
}

/** `` `a`, `b` `` for a sentence. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
}

/** For a check across the keys of one object: runs even where one of their values is itself wrong. */
export const evenIfPartsAreWrong: z.core.$ZodSuperRefineParams = {
  when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
