import { sayNotFound } from './say-not-found.ts';

await sayNotFound();
