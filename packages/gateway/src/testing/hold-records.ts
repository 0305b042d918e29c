/** Keeps the records of requests with long targets, in a process of its own, and prints what is held of each, in bytes. */
import { TestGateway } from './test-gateway.ts';

const calls = 400;
const query = 'q'.repeat(12 * 1024);
const rig = await TestGateway.start();
rig.upstream.answer = (_, response) => response.end();
await callAll();
rig.records.length = 0;
const before = heapUsed();
await callAll();
process.stdout.write(JSON.stringify({ records: rig.records.length, each: (heapUsed() - before) / calls }));
await rig.close();

async function callAll(): Promise<void> {
  for (let number = 0; number < calls; number += 1) await rig.call(`/open/number-${number}?${query}`);
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
