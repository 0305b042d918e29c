import type { ReactElement } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import type { ExhibitProps } from '../exhibits/exhibit.ts';
import { exhibits } from '../exhibits/exhibits.ts';
import type { Block, Point } from '../words/blocks.ts';
import { TableView } from './table-view.tsx';
import './block-view.css';

function Points({ list }: { readonly list: readonly Point[] }): ReactElement {
  return (
    <dl className="points">
      {list.map(({ term, text }) => (
        <div key={term}>
          <dt>
            <Prose text={term} />
          </dt>
          <dd>
            <Prose text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ list }: { readonly list: readonly Point[] }): ReactElement {
  return (
    <ol className="steps">
      {list.map(({ term, text }) => (
        <li key={term}>
          <strong>{term}</strong>
          <p>
            <Prose text={text} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One piece of a lesson. */
export function BlockView({ block, ...given }: ExhibitProps & { readonly block: Block }): ReactElement {
  switch (block.kind) {
    case 'text':
      return (
        <p className="lesson-text">
          <Prose text={block.text} />
        </p>
      );
    case 'heading':
      return <h2 className="lesson-heading">{block.text}</h2>;
    case 'points':
      return <Points list={block.points} />;
    case 'steps':
      return <Steps list={block.steps} />;
    case 'table':
      return <TableView table={block.table} />;
    case 'exhibit': {
      const Exhibit = exhibits[block.exhibit];
      return <Exhibit {...given} />;
    }
  }
}
