import { createHash } from 'node:crypto';
import { valuesOf } from '../request/values-of.ts';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Whether an answer is one to this very request for a WebSocket (RFC 6455 §4.2.2). */
export function answersHandshake(asked: readonly string[], answered: readonly string[]): boolean {
  const [key] = valuesOf('sec-websocket-key', asked);
  const [accept, ...more] = valuesOf('sec-websocket-accept', answered);
  if (key === undefined || more.length > 0) return false;
  return accept === createHash('sha1').update(`${key}${magic}`).digest('base64');
}
