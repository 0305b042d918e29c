import { type ReactElement, useCallback } from 'react';
import { lessonClaims } from '../model/lesson-claims.ts';
import { type SignedSample, signWithAll } from '../model/sign-with-all.ts';
import { useMade } from '../use-made.ts';
import { words } from '../words/words.ts';
import type { ExhibitProps } from './exhibit.ts';
import '../parts/table-view.css';

const { algorithms: say } = words;

function Row({ sample }: { readonly sample: SignedSample }): ReactElement {
  const { algorithm, family, symmetric, sizes } = sample;
  return (
    <tr>
      <th scope="row">
        <code>{algorithm}</code>
      </th>
      <td
        data-column={say.columns[1]}
      >{`${family}, ${(symmetric ? say.symmetric : say.asymmetric).toLowerCase()}`}</td>
      <td data-column={say.columns[2]}>{symmetric ? say.secret : say.private}</td>
      <td data-column={say.columns[3]}>{symmetric ? say.secret : say.public}</td>
      <td className="number" data-column={say.columns[4]}>
        {sizes ? say.bytes(sizes.signatureBytes) : say.unsupported}
      </td>
      <td className="number" data-column={say.columns[5]}>
        {sizes ? say.bytes(sizes.tokenBytes) : ''}
      </td>
    </tr>
  );
}

/** The claims of the lesson under five algorithms, signed when the lesson opens. */
export function Algorithms({ lesson, live }: ExhibitProps): ReactElement {
  const make = useCallback(
    () => signWithAll(lessonClaims(lesson, live.issuedAt).claims),
    [lesson, live.issuedAt],
  );
  const [made] = useMade(make);
  if (made.kind !== 'made')
    return <p className="quiet">{made.kind === 'making' ? words.making : words.failed}</p>;
  return (
    <div className="table-frame">
      <table className="lesson-table lesson-cards">
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            {say.columns.map((column, index) => (
              <th key={column} scope="col" className={index > 3 ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {made.value.map((sample) => (
            <Row key={sample.algorithm} sample={sample} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
