/**
 * Makes debugger, lessons, libraries and codes work without a network after the first visit. It answers for the pages and files of
 * this very build and for nothing else: what belongs to the server (sign-in, admin API, keys, health) never
 * passes through here, so that it is neither kept nor delayed.
 */
interface Lifetime extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Fetching extends Lifetime {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

interface Worker {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

declare const self: unknown;
/** Written by the build (build/offline-files.ts): everything it made, by addresses relative to this file. */
declare const offlineFiles: readonly string[];
/** Another one for every build whose files differ. */
declare const offlineVersion: string;

const worker = self as Worker;
const scope = new URL(worker.registration.scope);
/** Caches belong to the whole origin, where other builds may live below other paths. */
const ours = `signet ${scope.pathname} `;
const cacheName = ours + offlineVersion;
/** The document of the list shows whatever code the address names. */
const codes = new URL('errors/', scope).href;
const addresses = new Set(offlineFiles.map((file) => new URL(file, scope).href));

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOldFiles()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const asked = origin + pathname;
  const address = request.mode === 'navigate' && asked.startsWith(codes) ? codes : asked;
  if (request.method !== 'GET' || !addresses.has(address)) return;
  event.respondWith(request.mode === 'navigate' ? newestPage(request, address) : keptFile(request, address));
});

/** Files without a hash in their name may have changed since the browser last saw them. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  const requests = [...addresses].map(
    (address) => new Request(address, { cache: address.includes('/assets/') ? 'default' : 'no-cache' }),
  );
  await cache.addAll(requests);
}

async function dropOldFiles(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A page from the server while there is one, so that a new build is seen at once. */
async function newestPage(request: Request, address: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await findKept(address);
    if (kept) return kept;
    throw error;
  }
}

async function keptFile(request: Request, address: string): Promise<Response> {
  return (await findKept(address)) ?? fetch(request);
}

async function findKept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(address);
}
