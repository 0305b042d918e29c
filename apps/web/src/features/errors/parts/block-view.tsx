import type { ReactElement } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import type { Block, Span } from '../model/page.ts';

function Spans({ spans }: { readonly spans: readonly Span[] }): ReactElement {
  return (
    <>
      {spans.map((span, index) => {
        const place = `${index}`; // The parts of a sentence are never reordered.
        return <SpanView key={place} span={span} />;
      })}
    </>
  );
}

function SpanView({ span }: { readonly span: Span }): ReactElement {
  switch (span.kind) {
    case 'text':
      return <Prose text={span.text} />;
    case 'code':
      return <code>{span.text}</code>;
    case 'strong':
      return (
        <strong>
          <Spans spans={span.spans} />
        </strong>
      );
    case 'page':
      return (
        <a href={`./${span.code}`}>
          <Spans spans={span.spans} />
        </a>
      );
    case 'file':
      return (
        <>
          <Spans spans={span.spans} /> (<code>{span.path}</code>)
        </>
      );
    case 'link':
      return (
        <a href={span.href} target="_blank" rel="noreferrer">
          <Spans spans={span.spans} />
        </a>
      );
  }
}

/** A block of a page, made of elements: there is no HTML in it that could be injected. */
export function BlockView({ block }: { readonly block: Block }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return (
        <h2>
          <Spans spans={block.spans} />
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => {
            const place = `${index}`; // Nor are the points of a list.
            return (
              <li key={place}>
                <Spans spans={item} />
              </li>
            );
          })}
        </ul>
      );
  }
}
