import type { Block, ErrorPage, PageGroup, Span } from '../../src/features/errors/model/page.ts';

/** The document of a code: that of the list, under the title of the code and with its words for who runs no script. */
export function staticPage(document: string, page: ErrorPage): string {
  const title = `<title>${escaped(`${page.code}: ${page.title}`)} — Signet</title>`;
  return filled(
    document.replace(/<title>.*?<\/title>/, () => title),
    pageHtml(page),
  );
}

/** The document of the list, with the names of all codes for who runs no script. */
export function staticList(document: string, groups: readonly PageGroup[]): string {
  return filled(document, groups.map(groupHtml).join(''));
}

function filled(document: string, html: string): string {
  const noscript = /<noscript>.*?<\/noscript>/s;
  if (!noscript.test(document)) throw new Error('errors/index.html has no <noscript> to fill.');
  return document.replace(noscript, () => `<noscript><main class="code-page">${html}</main></noscript>`);
}

function groupHtml({ title, pages }: PageGroup): string {
  const item = ({ code, title: said }: ErrorPage): string =>
    `<li><a href="./${code}"><code>${code}</code></a> ${escaped(said)}</li>`;
  return `<h2>${escaped(title)}</h2><ul>${pages.map(item).join('')}</ul>`;
}

function pageHtml({ code, title, status, blocks }: ErrorPage): string {
  const head = `<p><a href="./">Signet: all codes</a></p><h1><code>${code}</code> ${escaped(title)}</h1>`;
  return `${head}<p>Status ${status}</p>${blocks.map(blockHtml).join('')}`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${spansHtml(block.spans)}</h2>`;
    case 'paragraph':
      return `<p>${spansHtml(block.spans)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join('')}</ul>`;
  }
}

function spansHtml(spans: readonly Span[]): string {
  return spans.map(spanHtml).join('');
}

function spanHtml(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escaped(span.text);
    case 'code':
      return `<code>${escaped(span.text)}</code>`;
    case 'strong':
      return `<strong>${spansHtml(span.spans)}</strong>`;
    case 'page':
      return `<a href="./${span.code}">${spansHtml(span.spans)}</a>`;
    case 'file':
      return `${spansHtml(span.spans)} (<code>${escaped(span.path)}</code>)`;
    case 'link':
      return `<a href="${escaped(span.href)}" rel="noreferrer">${spansHtml(span.spans)}</a>`;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for quoted attributes alike. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
