import type { Fields } from '../fields/fields.ts';
import type { Maker, Sealed } from '../model/protocol.ts';

/** What a message or a delta tells of reasoning, whichever dialect it speaks. */
export interface ToldReasoning {
  readonly text: string;
  /** The same in blocks, with what is sealed of each; whatever has texts here need not be told twice. */
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly text: string;
  readonly sealed?: Sealed;
  /** Its text is kept from all but its maker. */
  readonly redacted: boolean;
}

const formats: Readonly<Record<Maker, string>> = {
  anthropic: 'anthropic-claude-v1',
  google: 'google-gemini-v1',
  openai: 'openai-responses-v1',
};

/** `reasoning_content` of DeepSeek, `reasoning` of Groq and OpenRouter, `reasoning_details` of OpenRouter. */
export function readReasoning(fields: Fields): ToldReasoning {
  const content = fields.text('reasoning_content') ?? '';
  const reasoning = fields.text('reasoning') ?? '';
  const details = fields.each('reasoning_details').map(readDetail);
  const isTold = details.some(({ text }) => text !== '');
  return { text: isTold ? '' : content || reasoning, details };
}

function readDetail(fields: Fields): Detail {
  const maker = makerOf(fields.text('format'));
  const text = fields.text('text') ?? fields.text('summary') ?? '';
  const signature = fields.text('signature');
  const data = fields.text('data');
  fields.ignore('type', 'index', 'id');
  fields.leave();
  const value = signature ?? data;
  return {
    text,
    redacted: signature === undefined && data !== undefined && maker === 'anthropic',
    ...(value === undefined ? {} : { sealed: { maker, value } }),
  };
}

function makerOf(format: string | undefined): Maker {
  const makers: readonly Maker[] = ['anthropic', 'google'];
  return makers.find((maker) => format?.startsWith(maker) === true) ?? 'openai';
}

/** One block of `reasoning_details`, which clients give back as it came. */
export function writeDetail(
  { text, sealed, redacted }: Detail,
  index: number,
): Readonly<Record<string, unknown>> {
  if (sealed === undefined) return { type: 'reasoning.text', text, index };
  const format = formats[sealed.maker];
  if (redacted) return { type: 'reasoning.encrypted', data: sealed.value, format, index };
  return { type: 'reasoning.text', ...(text === '' ? {} : { text }), signature: sealed.value, format, index };
}

/** Blocks out of details, which come whole or in pieces: each goes as far as what seals it. */
export function blocksOf({ text, details }: ToldReasoning): readonly Detail[] {
  const blocks: Detail[] = [];
  let open = text;
  for (const detail of details) {
    open += detail.text;
    if (detail.sealed === undefined) continue;
    blocks.push({ ...detail, text: open });
    open = '';
  }
  return open === '' ? blocks : [...blocks, { text: open, redacted: false }];
}

/** Several seals over one text: which of them is over which part of it cannot be told, and a false one is refused. */
export function isMixed({ text, details }: ToldReasoning): boolean {
  return (
    text !== '' && details.filter(({ sealed, redacted }) => sealed !== undefined && !redacted).length > 1
  );
}
