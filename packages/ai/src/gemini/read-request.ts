import { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Losses } from '../model/loss.ts';
import { type RequestReading, refused } from '../model/reading.ts';
import { repeatedCall } from '../model/repeated-call.ts';
import type { InputItem } from '../model/request.ts';
import { protoNames } from './proto-names.ts';
import { ContentsReader, readSystem } from './read-contents.ts';
import { readToolChoice, readTools } from './read-tools.ts';
import { readWishes } from './read-wishes.ts';

/** What the address says of a request, as its body does not. */
export interface GeminiAddress {
  readonly model: string;
  readonly stream: boolean;
}

/** Reads what a caller asks of generateContent or streamGenerateContent. */
export function readGeminiRequest(
  body: unknown,
  { model, stream, losses }: GeminiAddress & { readonly losses: Losses },
): RequestReading {
  const fields = new Fields(protoNames(body), { path: '', of: 'request', losses });
  const contents = readContents(fields);
  if ('failure' in contents) return contents;
  const { rest, ...wishes } = readWishes(fields);
  const request = known({
    model,
    items: [...readSystem(fields), ...contents.items],
    tools: readTools(fields),
    toolChoice: readToolChoice(fields),
    ...wishes,
    tier: fields.text('serviceTier'),
    stream,
    streamUsage: true,
  });
  return { request: { ...request, foreign: new Map([...rest, ...fields.rest()]) } };
}

function readContents(fields: Fields): { readonly items: readonly InputItem[] } | ReturnType<typeof refused> {
  const contents = fields.each('contents');
  if (contents.length === 0) return refused('A request must have at least one content.', 'contents');
  const reader = new ContentsReader();
  const items: InputItem[] = [];
  for (const content of contents) {
    const said = content.text('role') ?? 'user';
    if (said !== 'user' && said !== 'model' && said !== 'function') {
      return refused('The role of a content must be user or model.', `${content.path}.role`);
    }
    items.push(...reader.read(content, said === 'model' ? 'assistant' : 'user'));
  }
  const repeated = repeatedCall(items);
  if (repeated !== undefined) return refused('The id of each call must be one of its own.', repeated);
  return { items };
}
