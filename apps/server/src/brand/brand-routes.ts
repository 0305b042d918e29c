import { type BrandConfiguration, refusal } from '@signet/contracts';
import { type SendProblem, serveEndpoints } from '@signet/http';
import type { FastifyInstance } from 'fastify';
import { brandStyle } from './brand-style.ts';
import { readLogo } from './read-logo.ts';

export interface BrandParts {
  /** Asked at each request, so that a reloaded configuration counts at once. */
  readonly configuration: () => BrandConfiguration;
  readonly configurationFile: string;
}

const logoPath = '/brand/logo';

/** A picture and no more: whoever opens an SVG by itself runs no script of it on our origin. */
const pictureHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cache-control': 'no-cache',
} as const;

/** Whose the hosted screens are: their name, their picture and their colour, for anyone. */
export function serveBrand(app: FastifyInstance, parts: BrandParts, sendProblem: SendProblem): void {
  const { configuration, configurationFile } = parts;
  serveEndpoints<'readBrand'>(app, {
    readBrand: async (_parts, { reply }) => {
      const { name, logo } = configuration();
      reply.header('cache-control', 'no-cache');
      return { ...(name === undefined ? {} : { name }), ...(logo === undefined ? {} : { logo: logoPath }) };
    },
  });
  app.get('/brand/style.css', (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(brandStyle(configuration().colour)),
  );
  app.get(logoPath, async (request, reply) => {
    const { logo } = configuration();
    const missing = refusal('not_found.page', { method: 'GET', path: logoPath });
    if (logo === undefined) return sendProblem(reply, missing);
    try {
      const { type, bytes } = await readLogo(logo, configurationFile);
      return reply.type(type).headers(pictureHeaders).send(bytes);
    } catch (error) {
      request.log.warn({ err: error }, 'The logo of `brand` cannot be shown');
      return sendProblem(reply, missing);
    }
  });
}
