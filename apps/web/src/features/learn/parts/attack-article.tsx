import type { ReactElement } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import type { AttackId } from '../lab/attack.ts';
import { carelessSources } from '../lab/attacks.ts';
import { attacks } from '../words/attacks.ts';
import { words } from '../words/words.ts';
import { AttackPlay } from './attack-play.tsx';
import { CrackPlay } from './crack-play.tsx';
import './attack-article.css';

/** The verifier's code without its imports, so that the hole is seen at once. */
function body(source: string): string {
  return source.slice(Math.max(0, source.indexOf('/** ')));
}

/** One attack: its steps, both answers, the careless code, and what keeps one safe. */
export function AttackArticle({ name }: { readonly name: AttackId }): ReactElement {
  return (
    <>
      <p className="quiet">{words.lab.note}</p>
      {name === 'weak-secret' ? <CrackPlay /> : <AttackPlay name={name} />}
      <h2 className="lesson-heading">{words.lab.remedies}</h2>
      <ul className="remedies">
        {attacks[name].remedies.map((remedy) => (
          <li key={remedy}>
            <Prose text={remedy} />
          </li>
        ))}
      </ul>
      <details className="careless-source">
        <summary>
          {words.lab.source} <span className="quiet">{words.lab.sourceNote}</span>
        </summary>
        <pre>{body(carelessSources[name])}</pre>
      </details>
    </>
  );
}
