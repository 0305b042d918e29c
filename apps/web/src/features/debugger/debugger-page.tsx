import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { VerdictLine } from '../../ui/verdict/verdict-line.tsx';
import { fetchAhead } from './fetch-ahead.ts';
import type { DecodedView } from './parts/decoded-panel.tsx';
import { DecodedPanel } from './parts/decoded-panel.tsx';
import { FindingsPanel } from './parts/findings-panel.tsx';
import { KeyPanel } from './parts/key-panel.tsx';
import { TokenPanel } from './parts/token-panel.tsx';
import { VerdictAside } from './parts/verdict-aside.tsx';
import { useDebugger } from './use-debugger.ts';
import { words } from './words.ts';
import './debugger.css';

/** Paste a token, read it, give a key, read the verdict. */
export function DebuggerPage(): ReactElement {
  const state = useDebugger();
  const [view, setView] = useState<DecodedView>('claims');
  const { tone, word, reason } = state.verdict;
  useEffect(fetchAhead, []);
  return (
    <>
      <VerdictLine
        name={words.verdict}
        tone={tone}
        word={word}
        reason={reason}
        aside={<VerdictAside state={state} />}
      />
      <main className="workbench">
        <h1 className="workbench-title">{words.page}</h1>
        <TokenPanel state={state} />
        <div className="workbench-decoded">
          <DecodedPanel name="header" view={view} onView={setView} state={state} />
          <DecodedPanel name="payload" view={view} onView={setView} state={state} />
        </div>
        <KeyPanel state={state} />
        <FindingsPanel state={state} />
      </main>
    </>
  );
}
