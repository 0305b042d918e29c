import { lacksRequest } from '@signet/token/profiles';
import { IconArrowBackUp, IconKey, IconSend, IconTool } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { pageOfFinding } from '../../../../parts/token-view/model/page-of-finding.ts';
import { words as tokenWords } from '../../../../parts/token-view/words.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import type { DebuggerState } from '../debugger-state.ts';
import type { Cause } from '../model/diagnose.ts';
import { words } from '../words.ts';

interface StateProps {
  readonly state: DebuggerState;
}

function firstCause({ diagnosis }: DebuggerState): Cause | undefined {
  return diagnosis.kind === 'done' ? diagnosis.causes[0] : undefined;
}

/** Why it is refused where that was found out, else what to do about it; of a yes, how far it goes. */
function Said({ state }: StateProps): ReactNode {
  const { verdict, diagnosis } = state;
  const cause = firstCause(state);
  if (cause) {
    return (
      <>
        <strong>{words.diagnosis.certainty[cause.certainty]}</strong> {translate(cause.sentence)}
      </>
    );
  }
  if (diagnosis.kind === 'searching') return words.diagnosis.searching;
  const { fix } = verdict;
  if (fix !== undefined) {
    return (
      <>
        <strong>{tokenWords.findings.fix}</strong> {translate(fix)}
      </>
    );
  }
  const { unchecked = [] } = verdict;
  if (unchecked.length === 0) return null;
  return words.verdicts.notChecked(unchecked.map((name) => words.verdicts.unchecked[name]));
}

/** The second line of the verdict: the way on from it, and to the page of its code. */
export function VerdictDetail({ state }: StateProps): ReactElement {
  const { mended, verdict } = state;
  const { refusedFor } = verdict;
  const page = refusedFor === undefined ? undefined : pageOfFinding(refusedFor);
  return (
    <>
      {mended && <span>{words.mends.applied(mended.label)} </span>}
      <Said state={state} />
      {page !== undefined && (
        <>
          {' '}
          <a className="verdict-code" href={page}>
            {refusedFor}
          </a>
        </>
      )}
    </>
  );
}

/** The one button that follows from the verdict: the fix, the way back from it, or what is missing. */
export function VerdictAction({ state }: StateProps): ReactElement | null {
  const { check, empty, keyReading, isLinked, keyFrom, mended, verdict } = state;
  const mend = firstCause(state)?.mend;
  if (mend) {
    return (
      <Button weight="primary" onClick={() => state.mend(mend)}>
        <IconTool size={15} stroke={1.75} aria-hidden />
        {mend.label}
      </Button>
    );
  }
  if (isLinked || keyFrom !== undefined) {
    return (
      <Button weight="primary" onClick={state.trustKey}>
        {keyFrom === undefined ? words.share.trust : words.share.trustAddress}
      </Button>
    );
  }
  if (mended) {
    return (
      <Button onClick={state.undo}>
        <IconArrowBackUp size={15} stroke={1.75} aria-hidden />
        {words.mends.undo}
      </Button>
    );
  }
  if (verdict.tone === 'unknown' && lacksRequest(verdict.unchecked ?? [])) {
    return (
      <Button weight="primary" onClick={goToRequest}>
        <IconSend size={15} stroke={1.75} aria-hidden />
        {words.verdicts.nameRequest}
      </Button>
    );
  }
  if (empty || check.kind !== 'not-checked' || check.waitsFor !== undefined || keyReading.kind !== 'none')
    return null;
  return (
    <Button weight="primary" onClick={goToKey}>
      <IconKey size={15} stroke={1.75} aria-hidden />
      {words.verdicts.giveKey}
    </Button>
  );
}

/** The key's editor stands in a shadow root of its own. */
function goToKey(): void {
  const editor = document.querySelector('.key-editor');
  editor?.scrollIntoView({ block: 'center' });
  editor?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus({ preventScroll: true });
}

/** The first of the request's fields that is still empty. */
function goToRequest(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.profile-known input')];
  const empty = fields.find(({ value }) => value.trim() === '');
  empty?.scrollIntoView({ block: 'center' });
  empty?.focus({ preventScroll: true });
}
