import { isRecord } from '../fields/fields.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Citation } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import { writeSeal } from './seal.ts';
import type { WireBlock } from './wire-event.ts';

/** The events that belong to an item. */
export type Piece = Exclude<
  Extract<ModelEvent, { readonly item: number }>,
  { readonly kind: 'item' | 'item-end' }
>;

/** How a block begins that this item comes to; undefined while that waits for its first piece. */
export function startOf(opens: Opened, first?: Piece): WireBlock | undefined {
  switch (opens.kind) {
    case 'message':
      return first && { type: 'text', text: '' };
    case 'reasoning':
      return first && startOfReasoning(opens, first);
    case 'tool-call':
      return first && startOfCall(opens);
    case 'foreign': {
      const value = isRecord(opens.value) ? opens.value : {};
      const input = opens.type.endsWith('_tool_use') ? { input: {} } : {};
      return { ...value, ...input, type: opens.type };
    }
  }
}

export function startOfCall({ id, name }: Extract<Opened, { readonly kind: 'tool-call' }>): WireBlock {
  return { type: 'tool_use', id, name, input: {} };
}

function startOfReasoning({ redacted }: { readonly redacted?: boolean }, first: Piece): WireBlock {
  if (redacted === true && first.kind === 'sealed')
    return { type: 'redacted_thinking', data: writeSeal(first.sealed) };
  return { type: 'thinking', thinking: '', signature: '' };
}

/** A piece as a delta of its block; undefined for one that a block of this kind has no room for. */
export function deltaOf(opens: Opened, piece: Piece, notes: Notes): WireBlock | undefined {
  switch (piece.kind) {
    case 'text':
      if (piece.logprobs !== undefined) notes.note('logprobs told');
      return opens.kind === 'reasoning'
        ? { type: 'thinking_delta', thinking: piece.text }
        : { type: 'text_delta', text: piece.text };
    case 'refusal':
      notes.note('refusal told');
      return { type: 'text_delta', text: piece.text };
    case 'citation':
      return citationOf(piece.citation, notes);
    case 'arguments':
      return { type: 'input_json_delta', partial_json: piece.json };
    case 'sealed':
      return sealOf(opens, piece.sealed, notes);
    case 'foreign':
      return foreignOf(piece, notes);
  }
}

function sealOf(opens: Opened, sealed: Sealed, notes: Notes): WireBlock | undefined {
  if (opens.kind !== 'reasoning') {
    if (opens.kind === 'message') notes.note('seal of a text told');
    else noteLateSeal(notes);
    return undefined;
  }
  return opens.redacted === true ? undefined : { type: 'signature_delta', signature: writeSeal(sealed) };
}

function noteLateSeal(notes: Notes): void {
  const reason = 'it came when its call had begun, and must stand before that';
  notes.losses.note({ path: 'content[].signature', of: 'answer', fate: 'dropped', reason });
}

function citationOf({ url, title, quoted, start }: Citation, notes: Notes): WireBlock | undefined {
  if (start !== undefined) noteCitation(notes, 'citations belong to a whole block of text here');
  if (url === undefined) {
    noteCitation(notes, 'a citation without an address has no place here');
    return undefined;
  }
  const citation = {
    type: 'web_search_result_location',
    cited_text: quoted ?? '',
    url,
    title: title ?? null,
    encrypted_index: '',
  };
  return { type: 'citations_delta', citation };
}

function noteCitation(notes: Notes, reason: string): void {
  notes.losses.note({ path: 'content[].citations', of: 'answer', fate: 'dropped', reason });
}

function foreignOf(piece: Extract<Piece, { kind: 'foreign' }>, notes: Notes): WireBlock | undefined {
  if (notes.from === 'anthropic') return { ...(isRecord(piece.value) ? piece.value : {}), type: piece.type };
  notes.note('item of a provider told');
  return undefined;
}
