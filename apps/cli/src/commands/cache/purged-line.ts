import type { PurgeAnswersAnswer } from '@signet/contracts';
import { safeText } from '../../terminal/safe-text.ts';

/** Nobody can give any of them any more. */
export function isForgotten({ keeps, silent, nodes }: PurgeAnswersAnswer): boolean {
  return keeps && silent === 0 && nodes.silent.length === 0 && nodes.away.length === 0;
}

/** Who has forgotten what, and who may give it still. */
export function purgedLine(
  { purged, gateways, silent, keeps, nodes }: PurgeAnswersAnswer,
  of: string,
): string {
  const route = safeText(of);
  const all = nodes.done.length + nodes.silent.length + nodes.away.length;
  const elsewhere = all === 0 ? '' : ` and of ${nodes.done.length} of ${all} gateway nodes`;
  const forgotten = `${purged} answers of route ${route} are forgotten, in ${gateways} gateway processes of this node${elsewhere}.`;
  return [
    keeps ? forgotten : `Route ${route} keeps no answers; ${purged} were forgotten.`,
    ...(silent === 0 ? [] : [`${silent} more did not answer, and may give theirs still.`]),
    ...(nodes.silent.length === 0
      ? []
      : [`Not all was forgotten at ${namesOf(nodes.silent)}, which may give theirs still.`]),
    ...(nodes.away.length === 0 ? [] : [`Not connected here, and not told: ${namesOf(nodes.away)}.`]),
  ].join(' ');
}

function namesOf(names: readonly string[]): string {
  return names.map(safeText).join(', ');
}
