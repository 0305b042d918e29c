interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the part to the card, and from the card to the edges of the window, in pixels. */
const gap = 12;

/** Where the card stands: below the part, else above it, else at the lower edge, where it covers least. */
export function placeCard(
  part: DOMRectReadOnly,
  card: Size,
  view: Size,
): { readonly left: number; readonly top: number } {
  const left = Math.max(gap, Math.min(part.left, view.width - card.width - gap));
  const lowest = view.height - card.height - gap;
  const below = part.bottom + gap;
  const above = part.top - card.height - gap;
  if (below <= lowest) return { left, top: below };
  return { left, top: above >= gap ? above : Math.max(gap, lowest) };
}
