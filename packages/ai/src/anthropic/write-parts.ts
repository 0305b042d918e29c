import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { FilePart, ImagePart, Part, Placed, Source, TextPart } from '../model/part.ts';
import type { Marks } from './marks.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Parts of what is said as blocks of content. */
export class PartWriter {
  readonly #notes: Notes;
  readonly #marks: Marks;

  constructor(notes: Notes, marks: Marks) {
    this.#notes = notes;
    this.#marks = marks;
  }

  write(parts: readonly Part[]): readonly Wire[] {
    return parts.flatMap((part) => this.#part(part));
  }

  #part(part: Part): readonly Wire[] {
    switch (part.kind) {
      case 'text':
        return this.#text(part);
      case 'image':
        return this.#image(part);
      case 'file':
        return this.#file(part);
      case 'audio':
        this.#notes.note('audio', part.path);
        return [];
      case 'refusal':
        this.#notes.note('earlier refusal', part.path);
        return [{ type: 'text', text: part.text }];
      case 'foreign':
        return this.#foreign(part.value, part.path);
    }
  }

  /** A block of text must say something. */
  #text(part: TextPart & Placed): readonly Wire[] {
    if (part.text.trim() === '') return [];
    if (part.citations !== undefined) this.#notes.note('citations of earlier text', part.path);
    if (part.sealed !== undefined) this.#notes.note('sealed text', part.path);
    return [{ type: 'text', text: part.text, ...this.#marks.write(part.cacheMark, part.path) }];
  }

  #image({ source, detail, cacheMark, path }: ImagePart & Placed): readonly Wire[] {
    if (detail !== undefined && detail !== 'auto') this.#notes.note('detail of an image', path);
    return [{ type: 'image', source: writeSource(source), ...this.#marks.write(cacheMark, path) }];
  }

  #file({ source, name, cacheMark, path }: FilePart & Placed): readonly Wire[] {
    const marked = this.#marks.write(cacheMark, path);
    return [known({ type: 'document', source: writeSource(source), title: name, ...marked })];
  }

  #foreign(value: unknown, path: string | undefined): readonly Wire[] {
    if (this.#notes.from === 'anthropic' && isRecord(value)) return [value];
    this.#notes.note('parts of a provider', path);
    return [];
  }
}

function writeSource(source: Source): Wire {
  switch (source.from) {
    case 'url':
      return { type: 'url', url: source.url };
    case 'id':
      return { type: 'file', file_id: source.id };
    case 'text':
      return { type: 'text', media_type: 'text/plain', data: source.text };
    case 'data':
      return { type: 'base64', media_type: source.mediaType, data: source.data };
  }
}
