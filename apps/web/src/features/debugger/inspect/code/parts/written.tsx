import type { VerificationCode } from '@signet/token/verification-code';
import { IconCircleCheck, IconFileSearch } from '@tabler/icons-react';
import { type ReactElement, useMemo, useState } from 'react';
import { Choice } from '../../../../../ui/choice/choice.tsx';
import { CopyButton } from '../../../../../ui/copy/copy-button.tsx';
import { words as shared } from '../../words.ts';
import { colourCode } from '../model/colour-code.ts';
import { words } from '../words.ts';

interface WrittenProps {
  readonly written: VerificationCode;
}

const looks = ['marked', 'plain'] as const;
type Look = (typeof looks)[number];

function Marked({ written: { code, language } }: WrittenProps): ReactElement {
  const stretches = useMemo(() => colourCode(code, language), [code, language]);
  return (
    <>
      {stretches.map(({ text, look }, index) => {
        const place = `${index}`; // Stretches are never reordered: their place is their identity.
        return look === 'other' ? (
          text
        ) : (
          <span key={place} className={`code-${look}`}>
            {text}
          </span>
        );
      })}
    </>
  );
}

/** Whether the tests run such code, or only parse it. */
function Proof({ written: { proof, proofSentence } }: WrittenProps): ReactElement {
  const Icon = proof === 'run' ? IconCircleCheck : IconFileSearch;
  return (
    <p className="code-proof">
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>
        <strong>{words.proofs[proof]}</strong> {proofSentence}
      </span>
    </p>
  );
}

/** The program, what to install for it, and how far it is tried. */
export function Written({ written }: WrittenProps): ReactElement {
  const [look, setLook] = useState<Look>('marked');
  const { code, file, install } = written;
  return (
    <>
      <div className="code-install">
        <span className="code-label">{words.install}</span>
        <pre className="code-command">{install}</pre>
        <CopyButton text={install} label={words.copyInstall} done={shared.copied} />
      </div>
      <div className="code-head">
        <code>{file}</code>
        <Choice label={words.look} value={look} onChoose={setLook} options={looks} names={words.looks} />
        <CopyButton text={code} label={words.copy} done={shared.copied} />
      </div>
      <pre className={`code-text code-${look}`} role="document" aria-label={words.code(file)}>
        {look === 'marked' ? <Marked written={written} /> : code}
      </pre>
      <Proof written={written} />
    </>
  );
}
