import { IconHelpCircle, IconHistory } from '@tabler/icons-react';
import { lazy, memo, type ReactElement, Suspense, useCallback, useEffect, useState } from 'react';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/choice/choice.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { commandsOf } from './commands.ts';
import {
  fetchAhead,
  fetchCompare,
  fetchHistory,
  fetchPalette,
  fetchReference,
  fetchSign,
  fetchTour,
} from './fetch-ahead.ts';
import { useHistory } from './history/use-history.ts';
import type { DebuggerState } from './inspect/debugger-state.ts';
import { InspectPage } from './inspect/inspect-page.tsx';
import type { Sample } from './inspect/model/sample.ts';
import type { TakenAlong } from './inspect/model/take-along.ts';
import { useDebugger } from './inspect/use-debugger.ts';
import type { Command } from './palette/palette.tsx';
import { words as commandWords } from './palette/words.ts';
import { isRefusal } from './reference/arrival.ts';
import { useRefusal } from './reference/use-refusal.ts';
import { type GoTo, type Mode, modes, useMode } from './use-mode.ts';
import { usePalette } from './use-palette.ts';
import { words } from './words.ts';
import './debugger.css';

const SignPage = lazy(() => fetchSign().then(({ SignPage: component }) => ({ default: component })));
const ComparePage = lazy(() => fetchCompare().then(({ ComparePage: component }) => ({ default: component })));
const ReferencePage = lazy(() =>
  fetchReference().then(({ ReferencePage: component }) => ({ default: component })),
);
const Palette = lazy(() => fetchPalette().then(({ Palette: component }) => ({ default: component })));

const HistoryDialog = lazy(() =>
  fetchHistory().then(({ HistoryDialog: component }) => ({ default: component })),
);
const Tour = lazy(() => fetchTour().then(({ Tour: component }) => ({ default: component })));

type Overlay = 'history' | 'tour';

interface ModeSwitchProps {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly onOverlay: (overlay: Overlay) => void;
  readonly onPalette: () => void;
}

/** Only for the name of a key: both keys work everywhere. */
const isMac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);

const ModeSwitch = memo(({ mode, onMode, onOverlay, onPalette }: ModeSwitchProps): ReactElement => {
  useWords();
  return (
    <div className="workbench-modes">
      <Choice label={words.modes.title} value={mode} onChoose={onMode} options={modes} names={words.modes} />
      <IconButton label={commandWords.tour} icon={IconHelpCircle} onClick={() => onOverlay('tour')} />
      <IconButton label={commandWords.history} icon={IconHistory} onClick={() => onOverlay('history')} />
      <Button className="workbench-commands" onClick={onPalette}>
        <span>{commandWords.title}</span> <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </Button>
    </div>
  );
});

/** Modes that have been used; their desks stay as they are while another is used. */
function useOpened(mode: Mode): ReadonlySet<Mode> {
  const [opened, setOpened] = useState<ReadonlySet<Mode>>(new Set([mode]));
  if (!opened.has(mode)) setOpened(new Set([...opened, mode]));
  return opened;
}

type Taking = TakenAlong & { readonly desk: 'sign' | 'compare' };

/** What was taken to another desk last, a new object each time, and how to take something there. */
function useTaking(
  goTo: GoTo,
): readonly [Taking | undefined, (desk: Taking['desk'], taken: TakenAlong) => void] {
  const [taking, setTaking] = useState<Taking>();
  const take = useCallback(
    (desk: Taking['desk'], { token, texts }: TakenAlong): void => {
      setTaking({ desk, token, ...(texts && { texts: { ...texts } }) });
      goTo(desk);
    },
    [goTo],
  );
  return [taking, take];
}

/** A pasted refusal stays as it is: what stands around a token is part of it. */
function useWithRefusals(state: DebuggerState): DebuggerState {
  const { setToken: set } = state;
  const setToken = useCallback(
    (text: string, pasted: boolean) => set(text, pasted && !isRefusal(text)),
    [set],
  );
  return { ...state, setToken };
}

interface DebuggerPageProps {
  /** What lies on the desk where the address brings nothing. */
  readonly sample?: Sample | undefined;
  /** What the palette offers beyond the debugger. */
  readonly commands: () => readonly Command[];
}

/** Read a token and verify it, write and sign one, compare two, or look at a refused request. */
export function DebuggerPage({ sample, commands }: DebuggerPageProps): ReactElement {
  const state = useWithRefusals(useDebugger(sample));
  const [mode, goTo] = useMode();
  const refusal = useRefusal(state, (address) => goTo('refusal', address));
  const opened = useOpened(mode);
  useEffect(fetchAhead, []);
  const open = (token: string, key: string, payload?: string): void => {
    state.open(token, key, payload);
    goTo('inspect');
  };
  const [taken, take] = useTaking(goTo);
  const [paletteOpen, setPaletteOpen] = usePalette();
  const openPalette = useCallback(() => setPaletteOpen(true), [setPaletteOpen]);
  const history = useHistory(state.isSample ? undefined : state.dissection);
  const [overlay, setOverlay] = useState<Overlay>();
  const show = useCallback(
    (chosen: Overlay): void => {
      if (chosen === 'tour') goTo('inspect');
      setOverlay(chosen);
    },
    [goTo],
  );
  const hide = (): void => setOverlay(undefined);
  const modeSwitch = <ModeSwitch mode={mode} onMode={goTo} onOverlay={show} onPalette={openPalette} />;
  return (
    <>
      <div hidden={mode !== 'inspect'}>
        <InspectPage state={state} isShown={mode === 'inspect'} onTake={take} modes={modeSwitch} />
      </div>
      {opened.has('sign') && (
        <div hidden={mode !== 'sign'}>
          <Suspense fallback={null}>
            <SignPage
              taken={taken?.desk === 'sign' ? taken.texts : undefined}
              onOpen={open}
              modes={modeSwitch}
            />
          </Suspense>
        </div>
      )}
      {opened.has('compare') && (
        <div hidden={mode !== 'compare'}>
          <Suspense fallback={null}>
            <ComparePage
              taken={taken?.desk === 'compare' ? taken : undefined}
              inspected={state.token}
              modes={modeSwitch}
            />
          </Suspense>
        </div>
      )}
      {opened.has('refusal') && (
        <div hidden={mode !== 'refusal'}>
          <Suspense fallback={null}>
            <ReferencePage
              arrival={refusal.arrival}
              onText={refusal.setText}
              isShown={mode === 'refusal'}
              modes={modeSwitch}
            />
          </Suspense>
        </div>
      )}
      {overlay === 'history' && (
        <Suspense fallback={null}>
          <HistoryDialog history={history} onOpen={(token) => open(token, '')} onClose={hide} />
        </Suspense>
      )}
      {overlay === 'tour' && (
        <Suspense fallback={null}>
          <Tour onStart={state.empty ? state.takeSample : undefined} onClose={hide} />
        </Suspense>
      )}
      {paletteOpen && (
        <Suspense fallback={null}>
          <Palette
            commands={[...commandsOf(state, goTo, show), ...commands()]}
            onClose={() => setPaletteOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
