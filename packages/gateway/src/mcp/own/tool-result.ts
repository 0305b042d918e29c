import { valuesOf } from '../../request/values-of.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** What a tool says, as the protocol has it: text, a picture or a sound, and whether it failed. */
export interface ToolResult {
  readonly content: readonly Content[];
  /** What its output schema describes. */
  readonly structuredContent?: object;
  readonly isError?: true;
}

type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'audio'; readonly data: string; readonly mimeType: string };

/** @param isDescribed its answer is an object that an output schema describes */
export function toolResultOf(answer: KeptAnswer, isDescribed: boolean): ToolResult {
  if (answer.tooLong) return failed('Its answer is too long.');
  if (!answer.finished) return failed('Its answer broke off.');
  const { status, headers, body } = answer;
  const [type = ''] = valuesOf('content-type', headers);
  const [coding = 'identity'] = valuesOf('content-encoding', headers);
  if (coding.toLowerCase() !== 'identity') return failed(`It answered ${status}, in an encoding.`);
  const content = body.length === 0 ? [] : contentOf(type.toLowerCase(), body);
  if (content === undefined)
    return failed(`It answered ${status}, with what is neither text nor a picture nor a sound.`);
  if (status < 200 || status >= 300)
    return content.length === 0 ? failed(`It answered ${status}.`) : { content, isError: true };
  const described = isDescribed ? objectIn(body) : undefined;
  return { content, ...(described === undefined ? {} : { structuredContent: described }) };
}

export function failed(text: string): ToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

function contentOf(type: string, body: Buffer): readonly Content[] | undefined {
  const [mimeType = ''] = type.split(';', 1);
  const media = /^(image|audio)\/[a-z0-9.+-]{1,64}$/.exec(mimeType.trim())?.[1];
  if (media === 'image' || media === 'audio')
    return [{ type: media, data: body.toString('base64'), mimeType: mimeType.trim() }];
  if (
    !/^(?:|text\/.*|application\/(?:.*[+])?(?:json|xml|yaml|x-www-form-urlencoded|javascript))$/.test(
      mimeType.trim(),
    )
  )
    return undefined;
  try {
    return [{ type: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(body) }];
  } catch {
    return undefined;
  }
}

function objectIn(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
