import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { fetchAhead, fetchSign } from './fetch-ahead.ts';
import { InspectPage } from './inspect-page.tsx';
import { useDebugger } from './use-debugger.ts';
import { type Mode, useMode } from './use-mode.ts';
import { words } from './words.ts';
import './debugger.css';

const SignPage = lazy(() => fetchSign().then(({ SignPage: component }) => ({ default: component })));
const modes: readonly Mode[] = ['inspect', 'sign'];

interface ModeSwitchProps {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

function ModeSwitch({ mode, onMode }: ModeSwitchProps): ReactElement {
  return (
    <div className="workbench-modes">
      <SegmentedControl
        size="xs"
        className="choice"
        aria-label={words.modes.title}
        value={mode}
        onChange={onMode}
        data={modes.map((value) => ({ value, label: words.modes[value] }))}
      />
    </div>
  );
}

/** Read a token and verify it, or write and sign one. What is on either desk stays while the other is used. */
export function DebuggerPage(): ReactElement {
  const state = useDebugger();
  const [mode, setMode] = useMode();
  const [signOpened, setSignOpened] = useState(mode === 'sign');
  if (mode === 'sign' && !signOpened) setSignOpened(true);
  useEffect(fetchAhead, []);
  const open = (token: string, key: string): void => {
    state.open(token, key);
    setMode('inspect');
  };
  const modeSwitch = <ModeSwitch mode={mode} onMode={setMode} />;
  return (
    <>
      <div hidden={mode !== 'inspect'}>
        <InspectPage state={state} modes={modeSwitch} />
      </div>
      {signOpened && (
        <div hidden={mode !== 'sign'}>
          <Suspense fallback={null}>
            <SignPage onOpen={open} modes={modeSwitch} />
          </Suspense>
        </div>
      )}
    </>
  );
}
