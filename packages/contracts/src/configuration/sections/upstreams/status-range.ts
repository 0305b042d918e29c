import { z } from 'zod';

export interface StatusRange {
  readonly first: number;
  readonly last: number;
}

const rangePattern = /^([2-5][0-9]{2})(?:-([2-5][0-9]{2}))?$/;

/** `204` or `200-299`. @param least the lowest status that may be named */
export function statusRange(error: string, least: number): z.ZodType<StatusRange, unknown> {
  return z
    .union([z.int({ error }), z.string({ error }).regex(rangePattern, { error })], { error })
    .transform((written, context) => {
      const range = readRange(String(written));
      if (range !== undefined && range.first >= least && range.first <= range.last) return range;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });
}

function readRange(text: string): StatusRange | undefined {
  const [, first, last = first] = rangePattern.exec(text) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last) };
}
