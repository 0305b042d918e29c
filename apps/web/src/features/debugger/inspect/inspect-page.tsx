import { type ReactElement, type ReactNode, useState } from 'react';
import type { DecodedView } from '../../../parts/token-view/decoded-panel.tsx';
import { DecodedPanel } from '../../../parts/token-view/decoded-panel.tsx';
import { OversizedNote } from '../../../ui/file/oversized-note.tsx';
import { VerdictLine } from '../../../ui/verdict/verdict-line.tsx';
import type { DebuggerState } from './debugger-state.ts';
import { SdJwtPanel } from './inside/sd-jwt-panel.tsx';
import type { TakenAlong } from './model/take-along.ts';
import { FindingsPanel } from './parts/findings-panel.tsx';
import { KeyPanel } from './parts/key-panel.tsx';
import { MorePanels } from './parts/more-panels.tsx';
import { TokenPanel } from './parts/token-panel.tsx';
import { VerdictAside } from './parts/verdict-aside.tsx';
import { VerdictAction, VerdictDetail } from './parts/verdict-detail.tsx';
import { useArriving } from './use-arriving.ts';
import { useFocusAtStart } from './use-focus-at-start.ts';
import { words } from './words.ts';

interface InspectPageProps {
  readonly state: DebuggerState;
  readonly isShown: boolean;
  /** Takes the token to another desk. */
  readonly onTake: (desk: 'sign' | 'compare', taken: TakenAlong) => void;
  readonly modes: ReactNode;
}

/** What this is, until the reader has brought something. */
function Introduction({ state }: { readonly state: DebuggerState }): ReactElement | null {
  if (!state.empty && !state.isSample) return null;
  return (
    <p className="workbench-intro">
      {words.intro.what} {state.empty ? words.intro.empty : words.intro.sample}
    </p>
  );
}

/** Paste a token, read it, give a key, read the verdict. */
export function InspectPage({ state, isShown, onTake, modes }: InspectPageProps): ReactElement {
  const [view, setView] = useState<DecodedView>('claims');
  const { isHeld, oversized } = useArriving(state, isShown);
  useFocusAtStart(isShown);
  const { tone, word, reason } = state.verdict;
  const { dissection, now, openNested } = state;
  const decoded = { view, onView: setView, dissection, now, onOpenNested: openNested };
  return (
    <>
      <VerdictLine
        name={words.verdict}
        tone={tone}
        word={word}
        reason={reason}
        detail={<VerdictDetail state={state} />}
        action={<VerdictAction state={state} />}
        aside={<VerdictAside state={state} />}
      />
      <OversizedNote size={oversized} />
      <main className={`workbench workbench-inspect ${isHeld ? 'workbench-held' : ''}`}>
        <h1 className="visually-hidden">{words.page}</h1>
        {modes}
        <Introduction state={state} />
        <TokenPanel state={state} onTake={onTake} />
        <KeyPanel state={state} />
        <div className="workbench-decoded">
          <DecodedPanel name="header" {...decoded} />
          <DecodedPanel name="payload" isDecrypted={state.check.kind === 'decrypted'} {...decoded} />
          {state.sdJwt && <SdJwtPanel view={state.sdJwt} onOpen={state.openNested} />}
        </div>
        <FindingsPanel state={state} />
        {!state.empty && <MorePanels state={state} />}
      </main>
    </>
  );
}
