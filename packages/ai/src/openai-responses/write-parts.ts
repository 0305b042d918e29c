import type { Notes } from '../mapping/notes.ts';
import type { FilePart, ImagePart, Part } from '../model/part.ts';
import { dataUrl } from '../source/data-url.ts';
import { writeAnnotation } from './citations.ts';

type Wire = Readonly<Record<string, unknown>>;
type Placed<Kind> = Kind & { readonly path?: string };

/** Parts of a message; what a model has said is called output, though it is sent in. */
export function writeParts(parts: readonly Part[], by: 'model' | 'others', notes: Notes): readonly Wire[] {
  return parts.flatMap((part) => writePart(part, by, notes));
}

function writePart(part: Part, by: 'model' | 'others', notes: Notes): readonly Wire[] {
  if ('cacheMark' in part && part.cacheMark !== undefined) notes.note('mark of the cache', part.path);
  switch (part.kind) {
    case 'text':
      if (part.sealed !== undefined) notes.note('sealed text', part.path);
      return [by === 'model' ? outputText(part) : { type: 'input_text', text: part.text }];
    case 'refusal':
      return [
        by === 'model' ? { type: 'refusal', refusal: part.text } : { type: 'input_text', text: part.text },
      ];
    case 'image':
      return writeImage(part, notes);
    case 'file':
      return writeFile(part, notes);
    case 'audio':
      notes.note('audio', part.path);
      return [];
    case 'foreign':
      return writeForeignPart(part, notes);
  }
}

function outputText(part: Part & { readonly kind: 'text' }): Wire {
  return { type: 'output_text', text: part.text, annotations: (part.citations ?? []).map(writeAnnotation) };
}

function writeForeignPart(part: Part & { readonly kind: 'foreign' }, notes: Notes): readonly Wire[] {
  const { value } = part;
  if (notes.from === 'responses' && typeof value === 'object' && value !== null) return [{ ...value }];
  notes.note('parts of a provider', part.path);
  return [];
}

function writeImage(part: Placed<ImagePart>, notes: Notes): readonly Wire[] {
  const { source } = part;
  const detail = part.detail ?? 'auto';
  switch (source.from) {
    case 'url':
      return [{ type: 'input_image', image_url: source.url, detail }];
    case 'data':
      return [{ type: 'input_image', image_url: dataUrl(source), detail }];
    case 'id':
      return [{ type: 'input_image', file_id: source.id, detail }];
    case 'text':
      notes.note('parts of a provider', part.path);
      return [];
  }
}

function writeFile(part: Placed<FilePart>, notes: Notes): readonly Wire[] {
  const { source, name } = part;
  const filename = name === undefined ? {} : { filename: name };
  switch (source.from) {
    case 'url':
      return [{ type: 'input_file', file_url: source.url, ...filename }];
    case 'data':
      return [{ type: 'input_file', file_data: dataUrl(source), ...filename }];
    case 'id':
      return [{ type: 'input_file', file_id: source.id, ...filename }];
    case 'text':
      notes.note('file as text', part.path);
      return [{ type: 'input_text', text: source.text }];
  }
}
