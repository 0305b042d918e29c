import { expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { bodyOf, chunksOf, describeWithRecordings } from '../testing/recordings.ts';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { isAccountedFor, placesOf, withUnknown } from '../testing/unknown-field.ts';
import { eventsOf, readAll, readBack } from '../testing/wire.ts';
import { isGeminiError } from './errors.ts';
import { readGeminiAnswer } from './read-answer.ts';
import { GeminiStreamReader } from './read-stream.ts';
import { writeGeminiAnswer } from './write-answer.ts';
import { GeminiStreamWriter } from './write-stream.ts';

const open = (given: { readonly losses: Losses }) => new GeminiStreamReader(given);
const notes = () => new Notes({ from: 'gemini', to: 'gemini', losses: new Losses() });

function writtenAgain(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const writer = new GeminiStreamWriter({ notes: notes() });
  return readAll(open, readBack(events.map((event) => writer.write(event)).join(''))).events;
}

describeWithRecordings("Gemini's recorded answers", 'google', (recordings) => {
  it('are there', () => {
    expect(recordings.streamed.length).toBeGreaterThan(5);
    expect(recordings.whole.length).toBeGreaterThan(4);
  });

  it.each(recordings.streamed)(
    '$name is read to its end, and comes to the same when it is written again',
    (each) => {
      const { events, lost } = readAll(open, eventsOf(chunksOf(each)));
      const sum = sumOf(events);
      expect([sum.end, lost]).toEqual(['end', []]);
      expect(textOf(sum).length + callsOf(sum).length).toBeGreaterThan(0);
      expect(sum.usage?.input).toBeGreaterThan(0);
      expect(sumOf(writtenAgain(events))).toEqual(sum);
    },
  );

  it('let no field of a whole answer vanish, wherever it stands', () => {
    const vanished: string[] = [];
    for (const each of recordings.whole.filter((recording) => !isGeminiError(bodyOf(recording)))) {
      const body = bodyOf(each);
      for (const place of placesOf(body)) {
        const losses = new Losses();
        const events = readGeminiAnswer(withUnknown(body, place), losses);
        if (!isAccountedFor(place, losses, events)) vanished.push(`${each.name}: ${place}`);
      }
    }
    expect(vanished).toEqual([]);
  });

  it.each(recordings.whole)('$name is the same answer whole, streamed and written again', (each) => {
    const losses = new Losses();
    const body = bodyOf(each);
    const events = readGeminiAnswer(body, losses);
    const sum = sumOf(events);
    expect([sum.end, losses.told]).toEqual([isGeminiError(body) ? 'failed' : 'end', []]);
    if (isGeminiError(body)) return;
    expect(sumOf(writtenAgain(events))).toEqual(sum);
    const written = writeGeminiAnswer(events, notes());
    expect(written.status).toBe(200);
    expect(sumOf(readGeminiAnswer(written.body, new Losses()))).toEqual(sum);
  });
});
