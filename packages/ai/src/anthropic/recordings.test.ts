import { expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { bodyOf, chunksOf, describeWithRecordings, type Recording } from '../testing/recordings.ts';
import { sumOf } from '../testing/sum.ts';
import { isAccountedFor, placesOf, withUnknown } from '../testing/unknown-field.ts';
import { eventsOf, readAll, readBack } from '../testing/wire.ts';
import { readAnthropicAnswer } from './read-answer.ts';
import { AnthropicStreamReader } from './read-stream.ts';
import { writeAnthropicAnswer } from './write-answer.ts';
import { AnthropicStreamWriter } from './write-stream.ts';

/** Some recordings hold the streams of several turns, one after the other. */
function answersIn(recording: Recording): readonly (readonly ServerEvent[])[] {
  const answers: ServerEvent[][] = [[]];
  for (const event of eventsOf(chunksOf(recording))) {
    answers.at(-1)?.push(event);
    if (JSON.parse(event.data).type === 'message_stop') answers.push([]);
  }
  return answers.filter(({ length }) => length > 0);
}

function read(events: readonly ServerEvent[]) {
  return readAll((given) => new AnthropicStreamReader(given), events);
}

const notes = () => new Notes({ from: 'anthropic', to: 'anthropic', losses: new Losses() });

function writtenAgain(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const writer = new AnthropicStreamWriter({ notes: notes() });
  return read(readBack(events.map((event) => writer.write(event)).join(''))).events;
}

/** Said twice, or by one answer within another: the first is passed over, the second is an error. */
const spliced = 'spliced-message-start.chunks.txt';

describeWithRecordings("Anthropic's recorded answers", 'anthropic', (recordings) => {
  it('are there', () => {
    expect(recordings.streamed.length).toBeGreaterThan(5);
    expect(recordings.whole.length).toBeGreaterThan(5);
  });

  it.each(recordings.streamed)(
    '$name is read to its end, and comes to the same when it is written again',
    (each) => {
      for (const answer of answersIn(each)) {
        const { events } = read(answer);
        const sum = sumOf(events);
        expect(sum.end).toBe(each.name === spliced ? 'failed' : 'end');
        if (each.name === spliced) continue;
        expect(textOfWire(answer)).toBe(
          sum.items.map(({ opens, text }) => (opens.kind === 'message' ? text : '')).join(''),
        );
        const again = sumOf(writtenAgain(events));
        const isEmpty = ({ opens, text }: (typeof sum.items)[number]) =>
          opens.kind === 'message' && text === '';
        expect(again).toEqual({ ...sum, items: sum.items.filter((item) => !isEmpty(item)) });
      }
    },
  );

  it.each(recordings.whole)('$name is the same answer whole, streamed and written again', (each) => {
    const losses = new Losses();
    const events = readAnthropicAnswer(bodyOf(each), losses);
    const sum = sumOf(events);
    expect(sum.end).toBe('end');
    expect(sumOf(writtenAgain(events))).toEqual(sum);
    const { status, body } = writeAnthropicAnswer(events, notes());
    expect(status).toBe(200);
    expect(sumOf(readAnthropicAnswer(body, new Losses()))).toEqual(sum);
  });

  it('let no field of a whole answer vanish, wherever it stands', () => {
    const vanished: string[] = [];
    for (const each of recordings.whole) {
      const body = bodyOf(each);
      for (const place of placesOf(body)) {
        const losses = new Losses();
        const events = readAnthropicAnswer(withUnknown(body, place), losses);
        if (!isAccountedFor(place, losses, events)) vanished.push(`${each.name}: ${place}`);
      }
    }
    expect(vanished).toEqual([]);
  });

  it('lose nothing that is not told', () => {
    const known = new Set<string>();
    for (const each of recordings.streamed) {
      for (const answer of answersIn(each)) for (const path of read(answer).lost) known.add(general(path));
    }
    for (const each of recordings.whole) {
      const losses = new Losses();
      readAnthropicAnswer(bodyOf(each), losses);
      for (const { path } of losses.told) known.add(general(path));
    }
    const told = [
      'container',
      'content[].caller',
      'content[].citation.encrypted_index',
      'content[].citations[].encrypted_index',
      'delta.container',
      'delta.stop_details.category',
      'delta.stop_details.recommended_model',
      'event after the end',
      'message_start',
      'stop_details.category',
      'stop_details.recommended_model',
      'usage',
      'usage.inference_geo',
    ];
    expect([...known].filter((path) => !told.includes(path))).toEqual([]);
  });
});

function general(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]').replace(/^message\./, '');
}

/** The text of a stream, added up by the letter of the protocol alone. */
function textOfWire(answer: readonly ServerEvent[]): string {
  return answer
    .map(({ data }) => JSON.parse(data))
    .map(({ delta }) => (delta?.type === 'text_delta' ? delta.text : ''))
    .join('');
}
