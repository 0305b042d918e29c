import type { Answer } from '../call/call.ts';
import type { Journey } from '../journey.ts';
import { valuesOf } from '../request/values-of.ts';
import type { CompiledCompression } from './compile-compression.ts';
import { CompressingAnswer, isAmbient } from './compressing-answer.ts';
import { negotiate } from './negotiate.ts';

/** The way back to the client of a route that makes answers smaller. */
export function smallerAnswer({ call, byCookie }: Journey, rules: CompiledCompression): Answer {
  const { rawHeaders, method, certificate } = call;
  // A part of one coding cannot be put behind a part of another.
  if (call.socket !== undefined || valuesOf('range', rawHeaders).length > 0) return call.answer;
  const isOpen = rules.withCookies || !(byCookie || isAmbient(rawHeaders, certificate !== undefined));
  const encoding = isOpen ? negotiate(valuesOf('accept-encoding', rawHeaders)) : undefined;
  return new CompressingAnswer(call.answer, { rules, encoding, isHead: method === 'HEAD' });
}
