import { errorCodes } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse-markdown.ts';
import { readPages } from './read-pages.ts';
import { staticList, staticPage } from './static-pages.ts';

const folder = new URL('../../../../docs/errors/', import.meta.url);
const document = '<title>Signet</title><noscript>No.</noscript>';

describe('the Markdown of a page', () => {
  it('becomes words, code, links among the pages and names of files that are not served', () => {
    const [paragraph] = parseMarkdown(
      'See **that** `a<b`\nand [x](key_unknown.md), [y](../operating.md#z), [RFC](https://rfc.example).',
    );
    expect(paragraph).toEqual({
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: 'See ' },
        { kind: 'strong', spans: [{ kind: 'text', text: 'that' }] },
        { kind: 'text', text: ' ' },
        { kind: 'code', text: 'a<b' },
        { kind: 'text', text: ' and ' },
        { kind: 'page', code: 'key_unknown', spans: [{ kind: 'text', text: 'x' }] },
        { kind: 'text', text: ', ' },
        { kind: 'file', path: 'docs/operating.md', spans: [{ kind: 'text', text: 'y' }] },
        { kind: 'text', text: ', ' },
        { kind: 'link', href: 'https://rfc.example', spans: [{ kind: 'text', text: 'RFC' }] },
        { kind: 'text', text: '.' },
      ],
    });
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['a <img src=x onerror=alert(1)> b'],
    ['![an image](https://tracker.example/a.png)'],
    ['[here](javascript:alert(1))'],
    ['[here](data:text/html,x)'],
    ['[here](//elsewhere.example)'],
    ['[here](http://elsewhere.example)'],
    ['[here](../../../secrets)'],
    ['a &lt;b'],
  ])('stops the build at %s', (text) => {
    expect(() => parseMarkdown(text)).toThrow(/docs\/errors/);
  });
});

describe('the pages of all codes', () => {
  it('are read in the order of the index, each once', () => {
    const codes = readPages(folder).flatMap(({ pages }) => pages.map(({ code }) => code));
    expect(codes.toSorted()).toEqual([...errorCodes].toSorted());
    expect(readPages(folder)[0]?.title).toBe('The token');
  });

  it('say without a script what they say with one, and escape every character that HTML knows', () => {
    const html = staticPage(document, {
      code: 'alg_none',
      status: 401,
      title: 'Not "signed" & <sealed>',
      blocks: [{ kind: 'paragraph', spans: [{ kind: 'code', text: "</noscript><script>'$&'" }] }],
    });
    expect(html).toContain('<title>alg_none: Not &quot;signed&quot; &amp; &lt;sealed&gt; — Signet</title>');
    expect(html).toContain('<code>&lt;/noscript&gt;&lt;script&gt;&#39;$&amp;&#39;</code>');
    expect(html.match(/<\/noscript>/g)).toHaveLength(1);
  });

  it('are listed for who runs no script', () => {
    expect(staticList(document, readPages(folder))).toContain(
      '<a href="./alg_none"><code>alg_none</code></a>',
    );
    expect(() => staticList('<title>x</title>', [])).toThrow('noscript');
  });
});
