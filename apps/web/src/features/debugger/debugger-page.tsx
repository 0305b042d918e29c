import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { fetchAhead, fetchCompare, fetchPalette, fetchSign } from './fetch-ahead.ts';
import { InspectPage } from './inspect-page.tsx';
import type { Command } from './palette/palette.tsx';
import { type DebuggerState, useDebugger } from './use-debugger.ts';
import { type Mode, modes, useMode } from './use-mode.ts';
import { usePalette } from './use-palette.ts';
import { words } from './words.ts';
import './debugger.css';

const SignPage = lazy(() => fetchSign().then(({ SignPage: component }) => ({ default: component })));
const ComparePage = lazy(() => fetchCompare().then(({ ComparePage: component }) => ({ default: component })));
const Palette = lazy(() => fetchPalette().then(({ Palette: component }) => ({ default: component })));

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

/** What the palette offers. What concerns the token leads back to it. */
function commandsOf(state: DebuggerState, setMode: (mode: Mode) => void): readonly Command[] {
  const inspecting = (run: () => void) => () => {
    setMode('inspect');
    run();
  };
  return [
    { name: words.palette.inspect, run: () => setMode('inspect') },
    { name: words.palette.sign, run: () => setMode('sign') },
    { name: words.palette.compare, run: () => setMode('compare') },
    { name: words.token.sample, run: inspecting(state.useSample) },
    { name: words.token.clear, run: inspecting(state.clear) },
    { name: words.palette.judgeNow, run: inspecting(() => state.evaluation.choose(undefined)) },
    { name: words.token.copy, run: () => void navigator.clipboard.writeText(state.token) },
  ];
}

/** Modes that have been used; their desks stay as they are while another is used. */
function useOpened(mode: Mode): ReadonlySet<Mode> {
  const [opened, setOpened] = useState<ReadonlySet<Mode>>(new Set([mode]));
  if (!opened.has(mode)) setOpened(new Set([...opened, mode]));
  return opened;
}

/** Read a token and verify it, write and sign one, or compare two. */
export function DebuggerPage(): ReactElement {
  const state = useDebugger();
  const [mode, setMode] = useMode();
  const opened = useOpened(mode);
  useEffect(fetchAhead, []);
  const open = (token: string, key: string): void => {
    state.open(token, key);
    setMode('inspect');
  };
  const [paletteOpen, setPaletteOpen] = usePalette();
  const modeSwitch = <ModeSwitch mode={mode} onMode={setMode} />;
  return (
    <>
      <div hidden={mode !== 'inspect'}>
        <InspectPage state={state} modes={modeSwitch} />
      </div>
      {opened.has('sign') && (
        <div hidden={mode !== 'sign'}>
          <Suspense fallback={null}>
            <SignPage onOpen={open} modes={modeSwitch} />
          </Suspense>
        </div>
      )}
      {opened.has('compare') && (
        <div hidden={mode !== 'compare'}>
          <Suspense fallback={null}>
            <ComparePage inspected={state.token} modes={modeSwitch} />
          </Suspense>
        </div>
      )}
      {paletteOpen && (
        <Suspense fallback={null}>
          <Palette commands={commandsOf(state, setMode)} onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
