import { makeSample, type Sample } from './model/sample.ts';

/**
 * What lies on the desk when the page is opened: to be awaited before the first paint, so that nothing jumps.
 * Undefined where the browser signs nothing, as on a page that came without TLS.
 */
export async function deskSample(): Promise<Sample | undefined> {
  if (!isSecureContext) return undefined;
  try {
    return await makeSample(Date.now());
  } catch (error) {
    // A browser without this algorithm: the desk begins empty.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
