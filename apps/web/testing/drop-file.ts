import type { Place } from './place.ts';

/** Lets a file fall on a field, as from a window of files. */
export async function dropFile(place: Place, file: File): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const field = await place.element();
  field.dispatchEvent(
    new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }),
  );
}
