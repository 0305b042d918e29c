/**
 * Has the browser keep the pages, so that they open without a network from the next visit on. What is kept is
 * fetched once the page itself is there.
 * @param root where the site begins, as seen from the page: `./` or `../`
 */
export function workOffline(root: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => void register(new URL('service-worker.js', new URL(root, location.href))));
}

async function register(script: URL): Promise<void> {
  try {
    await navigator.serviceWorker.register(script);
  } catch {
    // Refused in private windows and by some settings: the page works as before, while there is a network.
  }
}
