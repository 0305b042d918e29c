/** A stretch of a sentence on a page of `docs/errors`. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly spans: readonly Span[] }
  /** To the page of another code. */
  | { readonly kind: 'page'; readonly code: string; readonly spans: readonly Span[] }
  /** To a file of the repository, which is not served: it is named. */
  | { readonly kind: 'file'; readonly path: string; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly href: string; readonly spans: readonly Span[] };

export type Block =
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] };

/** The page of a code: what stands below its title. */
export interface ErrorPage {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Pages under a heading of the index, in its order. */
export interface PageGroup {
  readonly title: string;
  readonly pages: readonly ErrorPage[];
}

/** The words of a block without their form. */
export function blockText(block: Block): string {
  return block.kind === 'list' ? block.items.map(spansText).join(' ') : spansText(block.spans);
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? spansText(span.spans) : span.text)).join('');
}
