import { z } from 'zod';
import { allowed } from './allowed.ts';

const longestPath = 1024;
const literalSegment = /^[A-Za-z0-9._~!$&'+,=@-]+$/;
const parameterSegment = /^\{([a-z][A-Za-z0-9_]{0,31})(\*?)\}$/;

/**
 * Why the gateway could not match this path in one way only, as the words of the problem; `undefined` for a
 * sound pattern. A path that can be written in two ways can be authorised in one and forwarded in the other.
 */
export function pathFault(path: string): string | undefined {
  if (path.length > longestPath) return allowed(`a path of at most ${longestPath} characters`, 'Shorten it.');
  if (!path.startsWith('/')) return allowed('a path that starts with `/`', `Put a \`/\` in front.`);
  const segments = path.slice(1).split('/');
  return (
    firstOf(segments.map((segment, index) => segmentFault(segment, index === segments.length - 1))) ??
    repeatedName(segments)
  );
}

function segmentFault(segment: string, last: boolean): string | undefined {
  if (segment === '') return last ? undefined : allowed('single slashes', 'Remove the second `/`.');
  if (segment === '.' || segment === '..')
    return allowed('a path without `.` and `..`', 'Write where it leads.');
  if (segment.includes('%')) {
    return allowed(
      'a path without percent-encoding',
      'Use a parameter such as `{name}` for values that need it.',
    );
  }
  const [, name, rest] = parameterSegment.exec(segment) ?? [];
  if (name !== undefined) return rest === '*' && !last ? restNotLast : undefined;
  return literalSegment.test(segment) ? undefined : unreadable;
}

const restNotLast = allowed('`{name*}` only as the last segment', 'Move it to the end, or drop the `*`.');
const unreadable = allowed(
  "segments of letters, digits and . _ ~ ! $ & ' + , = @ -, or a whole segment `{name}`, or `{name*}` at the end",
  'Write it as `/orders/{id}` or `/files/{rest*}`.',
);

function repeatedName(segments: readonly string[]): string | undefined {
  const names = segments.flatMap((segment) => parameterSegment.exec(segment)?.[1] ?? []);
  return new Set(names).size === names.length
    ? undefined
    : allowed('each parameter name once', 'Rename one of the two.');
}

function firstOf(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined);
}

/** The pattern without the names of its parameters: two routes with the same shape take the same requests. */
export function pathShape(path: string): string {
  return path
    .split('/')
    .map((segment) => segment.replace(parameterSegment, '{$2}'))
    .join('/');
}

/** True if `prefix` is the whole of `path` or ends where one of its segments ends. */
export function isSegmentPrefix(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

export const pathPatternSchema: z.ZodType<string, string> = z
  .string({ error: allowed('a path', 'Write it as `/orders/{id}`.') })
  .superRefine(addPathFault);

const prefixMessage = allowed(
  'the beginning of the path: segments without parameters, no `/` at the end',
  'Write it as `/orders`.',
);

export const prefixSchema: z.ZodType<string, string> = z
  .string({ error: prefixMessage })
  .regex(/^\/[^{}]*[^{}/]$/, { error: prefixMessage, abort: true })
  .superRefine(addPathFault);

function addPathFault(path: string, context: z.core.$RefinementCtx): void {
  const message = pathFault(path);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
}
