import type { CodeRefused } from '@signet/token/verification-code';
import type { ReactElement } from 'react';
import { FindingItem } from '../../../../../parts/token-view/finding-item.tsx';
import { refusalToFinding } from '../../../../../parts/token-view/model/to-finding.ts';
import { words } from '../words.ts';

/** Why no safe program can be written, and how to mend that. */
export function Refused({ refusal }: Pick<CodeRefused, 'refusal'>): ReactElement {
  return (
    <div className="code-refused">
      <p className="code-refused-title" role="status">
        {words.refused}
      </p>
      <ol className="findings">
        <FindingItem finding={refusalToFinding(refusal, 'warning')} />
      </ol>
    </div>
  );
}
