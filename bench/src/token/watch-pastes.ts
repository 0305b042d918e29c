import type { CDPSession, Page } from 'playwright-core';

/** How long a paste took. */
export interface Paste {
  /** From the paste event until the frame that shows the token is handed to the compositor, in milliseconds. */
  readonly toPaintMs: number;
  /** Processor time of the page's main thread in that span: what other programs take is not in it. */
  readonly cpuMs: number;
}

export interface WatchedPastes {
  /** Waits for the frame that shows `mark`. */
  readonly shown: (mark: string) => Promise<void>;
  /** What was measured, in order. Once. */
  readonly taken: () => Promise<readonly Paste[]>;
}

interface TraceEvent {
  readonly name: string;
  /** The thread it happened in. */
  readonly tid: number;
  /** When it began, and how long it took, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread's own time. */
  readonly tts?: number;
  readonly tdur?: number;
}

/** Marks the beginning of each paste and the end of its frame in Chromium's own trace. */
export async function watchPastes(page: Page): Promise<WatchedPastes> {
  await page.getByRole('textbox', { name: /^Token/ }).waitFor();
  await page.evaluate(markPastes);
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['blink.user_timing', 'devtools.timeline'] },
  });
  return {
    shown: async (mark) => {
      await page.waitForFunction((text) => document.documentElement.dataset['shown'] === text, mark);
    },
    taken: async () => {
      await stopTracing(session);
      return pastesOf(events);
    },
  };
}

/** Runs in the page. Marks the paste, and the first frame in which another token stands in the payload's panel. */
function markPastes(): void {
  let last = 'nothing';
  const onFrame = (): void => {
    const subject = document.querySelector('.decoded-payload tbody tr:nth-child(2)')?.textContent ?? '';
    const [shown = last] = /run-\d+/.exec(subject) ?? [];
    if (shown === last) {
      requestAnimationFrame(onFrame);
      return;
    }
    last = shown;
    performance.mark('paste-shown');
    setTimeout(() => {
      document.documentElement.dataset['shown'] = shown;
    });
  };
  const onPaste = (): void => {
    performance.mark('paste-start');
    requestAnimationFrame(onFrame);
  };
  window.addEventListener('paste', onPaste, true);
}

async function stopTracing(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
}

function pastesOf(events: readonly TraceEvent[]): readonly Paste[] {
  const inOrder = events.toSorted((one, other) => one.ts - other.ts);
  const shown = inOrder.filter(({ name }) => name === 'paste-shown');
  return inOrder
    .filter(({ name }) => name === 'paste-start')
    .map((start, index) => {
      const end = inOrder.find((event) => isEnd(event, shown[index]));
      if (!end) throw new Error('The trace lacks the end of a paste.');
      return {
        toPaintMs: (end.ts + (end.dur ?? 0) - start.ts) / 1000,
        cpuMs: ((end.tts ?? 0) + (end.tdur ?? 0) - (start.tts ?? 0)) / 1000,
      };
    });
}

/** After style, layout and paint the page sorts what it painted into layers, and its frame is done. */
function isEnd({ name, tid, ts }: TraceEvent, shown: TraceEvent | undefined): boolean {
  return name === 'Layerize' && shown !== undefined && tid === shown.tid && ts > shown.ts;
}
