import { type DescribedToken, describeToken, type ParsedToken, parseToken, toValue } from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readToken } from '../../input/read-token.ts';
import { decodedText } from '../../terminal/print-token.ts';

/** Takes a token apart as far as it goes and says what stands in it. Nothing is verified. */
export async function decode(
  context: Context,
  argument: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const parsed = parseToken(await readToken(argument, context.terminal));
  const now = Math.floor(context.clock() / 1000);
  const described = describeToken(parsed, { now });
  answer(context, options, decodedValue(parsed, described), () =>
    decodedText(parsed, described, context.paint, context.terminal.width),
  );
  return parsed.problems.length === 0 ? 0 : 1;
}

function decodedValue(parsed: ParsedToken, { kind, notices }: DescribedToken): object {
  return {
    kind: kind.kind,
    verified: false,
    header: jsonOf(parsed, 'header'),
    payload: jsonOf(parsed, 'payload'),
    problems: parsed.problems,
    notices,
  };
}

function jsonOf(parsed: ParsedToken, role: 'header' | 'payload'): unknown {
  const content = parsed.segments.find((segment) => segment.role === role)?.content;
  if (content?.kind === 'json') return toValue(content.root);
  return content?.kind === 'text' ? content.text : undefined;
}
