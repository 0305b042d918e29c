import { crc32 } from 'node:zlib';
import type { ServerEvent } from '../sse/read-events.ts';

/** A frame of `application/vnd.amazon.eventstream` as AWS writes one. */
export function frame(headers: Readonly<Record<string, string>>, payload: string): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => header(name, value)));
  const body = Buffer.from(payload);
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(12 + head.length + body.length + 4, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const all = Buffer.concat([prelude, head, body]);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(crc32(all), 0);
  return Buffer.concat([all, end]);
}

function header(name: string, value: string): Buffer {
  const [key, text] = [Buffer.from(name), Buffer.from(value)];
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length, 0);
  return Buffer.concat([Buffer.from([key.length]), key, Buffer.from([7]), length, text]);
}

/** One event of a stream of Bedrock's. */
export function eventFrame(type: string, payload: unknown): Buffer {
  const headers = { ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' };
  return frame(headers, JSON.stringify(payload));
}

export function exceptionFrame(type: string, message: string): Buffer {
  const headers = {
    ':exception-type': type,
    ':content-type': 'application/json',
    ':message-type': 'exception',
  };
  return frame(headers, JSON.stringify({ message }));
}

/** What frames say whose payloads were kept one a line, each under the type of its event. */
export function eventsOfFrames(lines: readonly string[]): readonly ServerEvent[] {
  return lines
    .flatMap((line) => Object.entries(JSON.parse(line) as Readonly<Record<string, unknown>>))
    .map(([name, payload]) => ({ name, data: JSON.stringify(payload) }));
}
