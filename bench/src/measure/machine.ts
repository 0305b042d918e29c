import { cpus, release } from 'node:os';

/** What the figures were taken on: processor, cores, kernel, Node. Names no host. */
export function describeMachine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${cores.length} cores, ${process.platform} ${kernel()}, node ${process.versions.node}`;
}

/** `6.18.44`, without the part in which a distribution or a hoster names itself. */
function kernel(): string {
  return release().split('-')[0] ?? release();
}
