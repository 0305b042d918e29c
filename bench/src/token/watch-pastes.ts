import type { CDPSession, Page } from 'playwright-core';

/** How long a paste took. */
export interface Paste {
  /** From the paste event to the end of the frame that shows the token, in milliseconds. */
  readonly toPaintMs: number;
  /** Processor time of the page's main thread in that span: what other programs take is not in it. */
  readonly cpuMs: number;
}

export interface WatchedPastes {
  /** Waits for the frame after a paste, which must show `mark`. */
  readonly shown: (mark: string) => Promise<void>;
  /** What was measured, in order. Once. */
  readonly taken: () => Promise<readonly Paste[]>;
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  /** Microseconds of the thread's own time. */
  readonly tts?: number;
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
    traceConfig: { includedCategories: ['blink.user_timing'] },
  });
  return {
    shown: async (mark) => {
      const shown = await page.waitForFunction(() => document.documentElement.dataset['shown']);
      const text = String(await shown.jsonValue());
      if (text !== mark) throw new Error(`The frame after the paste shows ${text} in the place of ${mark}.`);
      await page.evaluate(() => delete document.documentElement.dataset['shown']);
    },
    taken: async () => {
      await stopTracing(session);
      return pastesOf(events);
    },
  };
}

/** Runs in the page. A message that is posted in a frame is delivered when its layout and paint are over. */
function markPastes(): void {
  const whenPainted = (): void => {
    performance.mark('paste-end');
    const text = document.querySelector('.decoded-payload')?.textContent ?? '';
    document.documentElement.dataset['shown'] = /run-\d+/.exec(text)?.[0] ?? 'nothing';
  };
  const onPaste = (): void => {
    performance.mark('paste-start');
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = whenPainted;
      port2.postMessage(undefined);
    });
  };
  window.addEventListener('paste', onPaste, true);
}

async function stopTracing(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
}

function pastesOf(events: readonly TraceEvent[]): readonly Paste[] {
  const ends = events.filter(({ name }) => name === 'paste-end');
  return events
    .filter(({ name }) => name === 'paste-start')
    .map((start, index) => {
      const end = ends[index];
      if (end?.tts === undefined || start.tts === undefined)
        throw new Error('The trace lacks the end of a paste.');
      return { toPaintMs: (end.ts - start.ts) / 1000, cpuMs: (end.tts - start.tts) / 1000 };
    });
}
