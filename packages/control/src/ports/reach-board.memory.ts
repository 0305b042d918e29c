import type { ReachBoard, ReachReport } from './reach-board.ts';

export function createMemoryReachBoard(): ReachBoard {
  const reports = new Map<string, ReachReport>();
  return {
    post: async (report) => void reports.set(report.node, structuredClone(report)),
    since: async (at) =>
      [...reports.values()]
        .filter((report) => report.at >= at)
        .toSorted((one, other) => (one.node < other.node ? -1 : 1)),
    remove: async (node) => void reports.delete(node),
    async forget(before) {
      const old = [...reports.values()].filter((report) => report.at < before);
      for (const { node } of old) reports.delete(node);
      return old.length;
    },
  };
}
