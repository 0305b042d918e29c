/** The pieces a lesson is written in. Inside a text, `code` stands in backticks, and "RFC 7519 §4.1" becomes a link. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly Point[] }
  | { readonly kind: 'steps'; readonly steps: readonly Point[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'exhibit'; readonly exhibit: ExhibitName };

export interface Point {
  readonly term: string;
  readonly text: string;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** Live parts of a lesson: see the folder `exhibits`. */
export type ExhibitName = 'anatomy' | 'claim-groups' | 'algorithms' | 'life' | 'rotation' | 'access';

export interface LessonWords {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const exhibit = (name: ExhibitName): Block => ({ kind: 'exhibit', exhibit: name });
export const points = (...list: readonly (readonly [string, string])[]): Block => ({
  kind: 'points',
  points: list.map(([term, words]) => ({ term, text: words })),
});
export const steps = (...list: readonly (readonly [string, string])[]): Block => ({
  kind: 'steps',
  steps: list.map(([term, words]) => ({ term, text: words })),
});
export const table = (caption: string, columns: readonly string[], rows: Table['rows']): Block => ({
  kind: 'table',
  table: { caption, columns, rows },
});
