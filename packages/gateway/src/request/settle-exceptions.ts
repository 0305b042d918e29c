import type { CompiledRoute } from '../snapshot/compiled-route.ts';
import type { Trace } from '../trace.ts';
import { DroppedHeaders } from './dropped-headers.ts';
import type { RequestHead } from './request-head.ts';

/** The head as the route's upstream may see it: what some route lets clients say passes on that route alone. */
export function settleExceptions(head: RequestHead, { excepted }: CompiledRoute, trace: Trace): RequestHead {
  if (head.excepted.length === 0) return head;
  const headers = [...head.headers];
  let { dropped } = head;
  for (let index = 0; index < head.excepted.length; index += 2) {
    const [name = '', value = ''] = head.excepted.slice(index, index + 2);
    if (excepted.has(name.toLowerCase())) headers.push(name, value);
    else {
      dropped ??= new DroppedHeaders();
      dropped.add(name);
    }
  }
  const reading = trace.last('read-request');
  if (reading !== undefined) reading.dropped = dropped;
  return { ...head, headers, dropped, excepted: [] };
}
