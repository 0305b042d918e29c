import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import express, { type RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import jwt from 'jsonwebtoken';
import { readSite } from './read-site.ts';

const site = readSite();
const publicKey = readFileSync(site.verifyingKeyFile, 'utf8');
const expected = { algorithms: ['RS256' as const], issuer: site.issuer, audience: site.audience };

const requireToken: RequestHandler = (request, response, next) => {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  try {
    jwt.verify(token ?? '', publicKey, expected);
  } catch {
    response.status(401).json({ error: 'unauthorized' });
    return;
  }
  next();
};

const app = express();
app.set('env', 'production').disable('x-powered-by');
app.use(requireToken);
app.use(
  createProxyMiddleware({
    target: `http://127.0.0.1:${site.upstreamPort}`,
    agent: new Agent({ keepAlive: true, maxSockets: 128 }),
  }),
);
app.listen(site.port, '127.0.0.1');
