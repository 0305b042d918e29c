import type { Segment } from '@signet/token/parse';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';
import { printJson } from '../../../../ui/json/json-lines.ts';

/** A token that is taken from one desk to another. */
export interface TakenAlong {
  readonly token: string;
  /** Header and payload as JSON, each digit as it was written; absent where one of them is no object. */
  readonly texts?: { readonly header: string; readonly payload: string };
}

/** What there is to take along of the token on the desk. */
export function takeAlong({ parsed, header, payload }: Dissection): TakenAlong {
  const texts = { header: textOf(header), payload: textOf(payload) };
  const token = parsed.token + (parsed.tail ?? '');
  if (texts.header === undefined || texts.payload === undefined) return { token };
  return { token, texts: { header: texts.header, payload: texts.payload } };
}

function textOf(segment: Segment | undefined): string | undefined {
  const content = segment?.content;
  return content?.kind === 'json' && content.root.kind === 'object' ? printJson(content.root) : undefined;
}
