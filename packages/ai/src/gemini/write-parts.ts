import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { FilePart, ImagePart, Part, Placed, TextPart } from '../model/part.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Parts of what is said as Gemini's. What has only an address must have been fetched before, and is told as lost if not. */
export function writeParts(parts: readonly Part[], notes: Notes): readonly Wire[] {
  return parts.flatMap((part) => writePart(part, notes));
}

function writePart(part: Part, notes: Notes): readonly Wire[] {
  switch (part.kind) {
    case 'text':
      return writeText(part, notes);
    case 'image':
      return writeImage(part, notes);
    case 'audio':
      return [{ inlineData: { mimeType: `audio/${part.format}`, data: part.data } }];
    case 'file':
      return writeFile(part, notes);
    case 'refusal':
      notes.note('earlier refusal', part.path);
      return [{ text: part.text }];
    case 'foreign':
      if (notes.from === 'gemini' && isRecord(part.value)) return [part.value];
      notes.note('parts of a provider', part.path);
      return [];
  }
}

function writeText(part: TextPart & Placed, notes: Notes): readonly Wire[] {
  if (part.citations !== undefined) notes.note('citations of earlier text', part.path);
  noteMark(part, notes);
  const { text, sealed } = part;
  if (sealed !== undefined && sealed.maker !== 'google') {
    notes.note(`reasoning sealed by ${sealed.maker}`, part.path);
    return [{ text }];
  }
  return [known({ text, thoughtSignature: sealed?.value })];
}

const levels: Readonly<Record<string, string>> = {
  low: 'MEDIA_RESOLUTION_LOW',
  high: 'MEDIA_RESOLUTION_HIGH',
  original: 'MEDIA_RESOLUTION_HIGH',
};

function writeImage(part: ImagePart & Placed, notes: Notes): readonly Wire[] {
  noteMark(part, notes);
  const { source, detail, path } = part;
  const level = detail === undefined ? undefined : levels[detail];
  const more = level === undefined ? {} : { mediaResolution: { level } };
  switch (source.from) {
    case 'data':
      return [{ inlineData: { mimeType: source.mediaType, data: source.data }, ...more }];
    case 'id':
      return [{ fileData: { fileUri: source.id }, ...more }];
    case 'url':
      noteUnfetched(notes, path);
      return [];
    case 'text':
      return [{ text: source.text }];
  }
}

function writeFile(part: FilePart & Placed, notes: Notes): readonly Wire[] {
  noteMark(part, notes);
  const { source, name, path } = part;
  switch (source.from) {
    case 'data':
      return [{ inlineData: known({ mimeType: source.mediaType, data: source.data, displayName: name }) }];
    case 'id':
      return [{ fileData: known({ fileUri: source.id, displayName: name }) }];
    case 'url':
      noteUnfetched(notes, path);
      return [];
    case 'text':
      return [{ text: source.text }];
  }
}

function noteUnfetched(notes: Notes, path: string | undefined): void {
  const reason = 'this protocol takes no URL, and nobody fetched it';
  notes.losses.note({ path: path ?? 'url', of: 'request', fate: 'dropped', reason });
}

function noteMark({ cacheMark, path }: { readonly cacheMark?: unknown } & Placed, notes: Notes): void {
  if (cacheMark !== undefined) notes.note('mark of the cache', path);
}
