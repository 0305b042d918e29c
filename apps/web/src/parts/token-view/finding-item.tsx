import { IconInfoCircle } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { translate } from '../../ui/language/translate.ts';
import { useWords } from '../../ui/language/use-language.ts';
import { ToneIcon } from '../../ui/verdict/tone-icon.tsx';
import { words as verdictWords } from '../../ui/verdict/words.ts';
import type { Finding } from './model/inspection.ts';
import { pageOfFinding } from './model/page-of-finding.ts';
import { words } from './words.ts';
import './finding-item.css';

function Detail({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string | undefined;
}): ReactElement | null {
  if (text === undefined) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{translate(text)}</dd>
    </>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  /** It only keeps its place. */
  readonly isPast?: boolean;
}

/** One entry of a list of findings: what it is, where, how to mend it, and where the rule is written down. */
export function FindingItem({ finding, isPast = false }: FindingItemProps): ReactElement {
  const { tone } = finding;
  return (
    <li className={`finding tone-${tone === 'note' ? 'unknown' : tone}${isPast ? ' finding-past' : ''}`}>
      <Said finding={finding} />
    </li>
  );
}

const Said = memo(({ finding }: FindingItemProps): ReactElement => {
  useWords();
  const { id, tone, sentence, place, expected, actual, fix, rule } = finding;
  const page = pageOfFinding(id);
  return (
    <>
      {tone === 'note' ? (
        <IconInfoCircle className="tone-icon" size={18} aria-hidden />
      ) : (
        <ToneIcon tone={tone} />
      )}
      <div className="finding-body">
        <p className="finding-sentence">
          <span className="finding-word">
            {tone === 'note' ? words.findings.note : verdictWords.tones[tone]}
          </span>{' '}
          {translate(sentence)}
        </p>
        <dl className="finding-details">
          <Detail name={words.findings.place} text={place} />
          <Detail name={words.findings.expected} text={expected} />
          <Detail name={words.findings.actual} text={actual} />
          <Detail name={words.findings.fix} text={fix} />
        </dl>
        {(rule ?? page) && (
          <p className="finding-rule">
            {rule} {page && <a href={page}>{id}</a>}
          </p>
        )}
      </div>
    </>
  );
});
