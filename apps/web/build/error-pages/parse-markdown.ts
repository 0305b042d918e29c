import { marked, type Token, type Tokens } from 'marked';
import type { Block, Span } from '../../src/features/errors/model/page.ts';

/**
 * Reads the Markdown of a page into a tree that holds words and nothing else: no HTML, no image, no address but
 * those of `linkTo`. What the pages have no need of stops the build, so that nothing is shown that nobody looked at.
 * @throws Error for anything but headings, paragraphs, lists, code, emphasis and links
 */
export function parseMarkdown(text: string): readonly Block[] {
  return marked.lexer(text).flatMap((token) => (token.type === 'space' ? [] : [blockOf(token)]));
}

function blockOf(token: Token): Block {
  switch (token.type) {
    case 'heading':
      return { kind: 'heading', spans: spansOf(token.tokens) };
    case 'paragraph':
      return { kind: 'paragraph', spans: spansOf(token.tokens) };
    case 'list':
      return { kind: 'list', items: (token as Tokens.List).items.map((item) => itemOf(item)) };
    default:
      throw unexpected(token);
  }
}

function itemOf({ tokens }: Tokens.ListItem): readonly Span[] {
  return tokens.flatMap((token) => {
    if (token.type === 'text' || token.type === 'paragraph') return spansOf(token.tokens);
    throw unexpected(token);
  });
}

function spansOf(tokens: readonly Token[] | undefined): readonly Span[] {
  return (tokens ?? []).map(spanOf);
}

function spanOf(token: Token): Span {
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: plain(token.text).replace(/\s*\n\s*/g, ' ') };
    case 'codespan':
      return { kind: 'code', text: plain(token.text) };
    case 'strong':
    case 'em':
      return { kind: 'strong', spans: spansOf(token.tokens) };
    case 'link':
      return linkTo(token.href, spansOf(token.tokens));
    default:
      throw unexpected(token);
  }
}

/** A page of another code, a file of `docs`, or a page of the web over TLS; no other scheme gets through. */
function linkTo(href: string, spans: readonly Span[]): Span {
  const code = /^(\w+)\.md$/.exec(href)?.[1];
  if (code !== undefined) return { kind: 'page', code, spans };
  const file = /^\.\.\/([\w/-]+\.md)(?:#[\w-]+)?$/.exec(href)?.[1];
  if (file !== undefined) return { kind: 'file', path: `docs/${file}`, spans };
  if (href.startsWith('https://')) return { kind: 'link', href, spans };
  throw new Error(
    `A page of docs/errors links to ${href}, which is neither a page, a file of docs nor https.`,
  );
}

/** marked keeps what the author wrote; the renderer escapes. An entity here would be shown as it is spelt. */
function plain(text: string): string {
  if (/&(?:\w+|#\d+);/.test(text)) throw new Error(`A page of docs/errors spells an entity: ${text}`);
  return text;
}

function unexpected({ type, raw }: Token): Error {
  return new Error(`The pages of docs/errors have no place for ${type}: ${raw.slice(0, 80)}`);
}
