import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { CacheMark, FilePart, ImagePart, Part, Placed, Source, TextPart } from '../model/part.ts';

type Wire = Readonly<Record<string, unknown>>;

const images: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
};

/** Parts of what is said as blocks of Converse. */
export class BedrockParts {
  readonly #notes: Notes;
  /** Of two documents with one name the request is refused. */
  readonly #names = new Set<string>();

  constructor(notes: Notes) {
    this.#notes = notes;
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
        return [{ text: part.text }];
      case 'foreign':
        this.#notes.note('parts of a provider', part.path);
        return [];
    }
  }

  /** A block of text must say something. */
  #text({ text, citations, sealed, cacheMark, path }: TextPart & Placed): readonly Wire[] {
    if (text.trim() === '') return [];
    if (citations !== undefined) this.#notes.note('citations of earlier text', path);
    if (sealed !== undefined) this.#notes.note('sealed text', path);
    return [{ text }, ...cachePoint(cacheMark)];
  }

  #image({ source, detail, cacheMark, path }: ImagePart & Placed): readonly Wire[] {
    if (detail !== undefined && detail !== 'auto') this.#notes.note('detail of an image', path);
    if (source.from !== 'data') {
      this.#notes.note(source.from === 'id' ? 'image by id' : 'image by URL', path);
      return [];
    }
    const format = formatOf(source, images);
    if (format === undefined) return this.#unknownType(path);
    return [{ image: { format, source: { bytes: source.data } } }, ...cachePoint(cacheMark)];
  }

  #file({ source, name, cacheMark, path }: FilePart & Placed): readonly Wire[] {
    if (source.from === 'url' || source.from === 'id') {
      this.#notes.note(source.from === 'id' ? 'file by id' : 'file by URL', path);
      return [];
    }
    const format = source.from === 'text' ? 'txt' : formatOf(source, documents);
    if (format === undefined) return this.#unknownType(path);
    const bytes = source.from === 'text' ? Buffer.from(source.text).toString('base64') : source.data;
    const document = { format, name: this.#nameOf(name, path), source: { bytes } };
    return [{ document }, ...cachePoint(cacheMark)];
  }

  #unknownType(path: string | undefined): readonly Wire[] {
    const reason = 'Converse takes no bytes of this type';
    this.#notes.losses.note({ path: path ?? 'messages', of: 'request', fate: 'dropped', reason });
    return [];
  }

  /** Letters, digits, single blanks, hyphens and brackets; each name once. */
  #nameOf(name: string | undefined, path: string | undefined): string {
    const said = name ?? 'document';
    const clean =
      said
        .replaceAll(/[^A-Za-z0-9\s()[\]-]/g, '-')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, 200) || 'document';
    let free = clean;
    for (let count = 2; this.#names.has(free); count += 1) free = `${clean} (${count})`;
    this.#names.add(free);
    if (name !== undefined && free !== name) this.#notes.note('name of a file', path);
    return free;
  }
}

/** A mark is a block of its own here, behind what it covers. */
export function cachePoint(mark: CacheMark | undefined): readonly Wire[] {
  if (mark === undefined) return [];
  return [{ cachePoint: known({ type: 'default', ttl: mark.ttl === '1h' ? '1h' : undefined }) }];
}

function formatOf(
  source: Extract<Source, { from: 'data' }>,
  formats: Readonly<Record<string, string>>,
): string | undefined {
  return Object.hasOwn(formats, source.mediaType) ? formats[source.mediaType] : undefined;
}
