import {
  type DescribedToken,
  describeToken,
  type ParsedToken,
  parseToken,
  readSdJwt,
  type SdJwt,
  toValue,
} from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readToken } from '../../input/read-token.ts';
import { selectiveText } from '../../terminal/print-sd-jwt.ts';
import { decodedText } from '../../terminal/print-token.ts';

/** Takes a token apart as far as it goes and says what stands in it. Nothing is verified. */
export async function decode(
  context: Context,
  argument: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const text = await readToken(argument, context.terminal);
  const parsed = parseToken(text);
  const selective = await readSdJwt(text);
  const now = Math.floor(context.clock() / 1000);
  const described = describeToken(parsed, { now });
  const value = {
    ...decodedValue(parsed, described),
    ...(selective && { sdJwt: selectiveValue(selective) }),
  };
  answer(context, options, value, () => {
    const { paint, terminal } = context;
    const decoded = decodedText(parsed, described, paint, terminal.width);
    return selective === undefined ? decoded : decoded + selectiveText(selective, paint, terminal.width);
  });
  return parsed.problems.length === 0 ? 0 : 1;
}

function selectiveValue({ disclosures, undisclosed, claims, keyBinding, findings }: SdJwt): object {
  return { disclosures, undisclosed, claims, sdHash: keyBinding?.sdHash, findings };
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
