import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerKinds } from './header-kinds.ts';

const kindOf = headerKinds({ context: ['x-caller'], excepted: ['x-trino-user'] });

/** Each is documented by the product behind which servers believe it. */
const believed: Readonly<Record<string, readonly string[]>> = {
  CGI: ['Proxy', 'Remote-User', 'Remote-Addr', 'Auth-Type', 'X-Remote-User', 'X-Script-Name'],
  'oauth2-proxy': [
    'X-Auth-Request-User',
    'X-Auth-Request-Groups',
    'X-Forwarded-Access-Token',
    'X-OAuth2-Proxy-Id-Token',
  ],
  Cloudflare: [
    'Cf-Access-Jwt-Assertion',
    'Cf-Access-Authenticated-User-Email',
    'CF-Connecting-IP',
    'CF-Connecting-IPv6',
    'CF-Visitor',
    'CF-IPCountry',
  ],
  'Google IAP': [
    'X-Goog-IAP-JWT-Assertion',
    'X-Goog-Authenticated-User-Email',
    'X-Goog-Authenticated-User-Id',
  ],
  'Google Cloud': [
    'X-AppEngine-Cron',
    'X-Appengine-Inbound-Appid',
    'X-CloudScheduler',
    'X-CloudTasks-QueueName',
    'X-Endpoint-API-UserInfo',
    'X-Apigateway-Api-Userinfo',
    'X-Client-Cert-Present',
    'X-Client-Cert-Chain-Verified',
  ],
  Azure: [
    'X-MS-CLIENT-PRINCIPAL',
    'X-MS-CLIENT-PRINCIPAL-ID',
    'X-MS-CLIENT-PRINCIPAL-NAME',
    'X-MS-CLIENT-PRINCIPAL-IDP',
    'X-MS-TOKEN-AAD-ACCESS-TOKEN',
    'X-ARR-ClientCert',
    'X-Azure-ClientIP',
    'X-Azure-SocketIP',
    'X-Azure-FDID',
  ],
  AWS: [
    'x-amzn-oidc-data',
    'x-amzn-oidc-identity',
    'x-amzn-oidc-accesstoken',
    'X-Amzn-Mtls-Clientcert',
    'X-Amzn-Mtls-Clientcert-Subject',
    'x-amzn-lattice-identity',
    'CloudFront-Viewer-Address',
  ],
  Envoy: ['x-forwarded-client-cert', 'x-envoy-external-address', 'x-envoy-internal', 'x-jwt-payload'],
  Linkerd: ['l5d-client-id'],
  Traefik: [
    'X-Replaced-Path',
    'X-Forwarded-Tls-Client-Cert',
    'X-Forwarded-Tls-Client-Cert-Info',
    'X-Forwarded-User',
  ],
  nginx: [
    'ssl-client-verify',
    'ssl-client-subject-dn',
    'ssl-client-issuer-dn',
    'ssl-client-cert',
    'X-Original-Forwarded-For',
    'X-Accel-Mapping',
  ],
  'HAProxy, F5': [
    'X-SSL',
    'X-SSL-Client-DN',
    'X-SSL-Client-CN',
    'X-SSL-Client-Verify',
    'X-SSL-Client-SHA1',
    'X-SSL-Issuer',
  ],
  Apache: [
    'SSL-Client-S-DN',
    'OIDC-Claim-Sub',
    'OIDC-Access-Token',
    'Mellon-Name-Id',
    'Shib-Identity-Provider',
    'eppn',
  ],
  'RFC 9440': ['Client-Cert', 'Client-Cert-Chain'],
  Kubernetes: [
    'Impersonate-User',
    'Impersonate-Group',
    'Impersonate-Uid',
    'Impersonate-Extra-Scopes',
    'X-Remote-Group',
    'X-Remote-Extra-Acme',
  ],
  'Authelia, authentik': [
    'Remote-Groups',
    'Remote-Email',
    'Remote-Name',
    'X-authentik-username',
    'X-authentik-uid',
    'X-authentik-meta-app',
    'X-authentik-entitlements',
  ],
  'Pomerium, Vouch, Caddy': [
    'X-Pomerium-Jwt-Assertion',
    'X-Pomerium-Claim-Email',
    'X-Vouch-User',
    'X-Vouch-IdP-Claims-Groups',
    'X-Token-User-Email',
    'X-Token-Subject',
  ],
  Keycloak: [
    'X-Auth-Username',
    'X-Auth-UserId',
    'X-Auth-Roles',
    'X-Auth-Groups',
    'X-Auth-Subject',
    'X-Auth-Email',
  ],
  'Tailscale, Teleport': [
    'Tailscale-User-Login',
    'Tailscale-User-Name',
    'X-Tailscale-Tailnet',
    'X-Webauth-Tailnet',
    'Teleport-Jwt-Assertion',
  ],
  Kong: [
    'X-Consumer-ID',
    'X-Consumer-Username',
    'X-Consumer-Groups',
    'X-Credential-Identifier',
    'X-Anonymous-Consumer',
    'X-Authenticated-Userid',
    'X-Authenticated-Scope',
    'X-Kong-JWT-Claim-Sub',
  ],
  'APISIX, Tyk, WSO2': [
    'X-Userinfo',
    'X-Access-Token',
    'X-ID-Token',
    'X-Tyk-Authorization',
    'X-JWT-Assertion',
    'X-3scale-Proxy-Secret-Token',
  ],
  'SiteMinder, WebSEAL, OAM, WebLogic': [
    'SM-User',
    'SM-Universalid',
    'iv-user',
    'iv-groups',
    'iv-creds',
    'OAM-Remote-User',
    'WL-Proxy-Client-Cert',
    'WL-Proxy-Client-IP',
  ],
  'what it really is': [
    'X-Original-URL',
    'X-Rewrite-URL',
    'X-HTTP-Method-Override',
    'X-HTTP-Method',
    'X-Method-Override',
    'X-Host',
    'X-Middleware-Subrequest',
    'X-Invoke-Path',
  ],
  'where from': [
    'Forwarded',
    'X-Forwarded-For',
    'X-Real-IP',
    'X-Client-IP',
    'X-Cluster-Client-IP',
    'True-Client-IP',
    'Fastly-Client-IP',
    'Fly-Client-IP',
    'X-Nf-Client-Connection-Ip',
    'DO-Connecting-IP',
    'X-Qrator-IP-Source',
    'X-ProxyUser-Ip',
    'X-Originating-IP',
    'X-Trusted-IP',
    'X-Vercel-Forwarded-For',
    'Front-End-Https',
    'X-Scheme',
  ],
  'ASP.NET Core, IIS': [
    'X-Original-For',
    'X-Original-Proto',
    'X-Original-Prefix',
    'MS-ASPNETCORE-TOKEN',
    'MS-ASPNETCORE-CLIENTCERT',
    'MS-ASPNETCORE-WINAUTHTOKEN',
    'X-IIS-WindowsAuthToken',
    'X-WAWS-Unencoded-URL',
  ],
  'adapters of functions': [
    'x-amzn-request-context',
    'x-amzn-lambda-context',
    'X-Apigateway-Event',
    'X-Apigateway-Context',
  ],
  'Dapr, Hasura, Lattice': ['Dapr-Caller-App-Id', 'X-Hasura-Org-Id', 'X-Hasura-Role', 'x-amzn-source-vpc'],
  applications: [
    'X-User',
    'X-User-Id',
    'X-Role',
    'X-Email',
    'X-WEBAUTH-USER',
    'X-WEBAUTH-ROLE',
    'X-Sandstorm-User-Id',
    'X-Proxy-User',
    'X-Auth-CouchDB-UserName',
    'es-security-runas-user',
    'X-Scope-OrgID',
    'THANOS-TENANT',
    'X-Identity-Status',
  ],
};

const sentByClients = [
  'Accept',
  'Accept-Language',
  'User-Agent',
  'X-User-Agent',
  'Sec-Fetch-User',
  'Sec-CH-UA',
  'Sec-WebSocket-Key',
  'Origin',
  'Referer',
  'Content-Type',
  'If-None-Match',
  'Range',
  'Idempotency-Key',
  'DPoP',
  'From',
  'Prefer',
  'Priority',
  'DNT',
  'Date',
  'Last-Event-ID',
  'Traceparent',
  'Tracestate',
  'Baggage',
  'B3',
  'X-B3-TraceId',
  'X-Request-Id',
  'X-Correlation-Id',
  'X-Api-Key',
  'X-Auth-Token',
  'X-CSRF-Token',
  'X-XSRF-Token',
  'X-Requested-With',
  'X-Amzn-Trace-Id',
  'X-Amz-User-Agent',
  'X-Amz-Date',
  'X-Amz-Security-Token',
  'X-Amz-Content-Sha256',
  'X-Amz-Target',
  'x-amz-meta-user',
  'x-ms-meta-email',
  'X-Goog-Meta-Role',
  'X-Goog-User-Project',
  'X-Goog-Api-Client',
  'X-Goog-Api-Key',
  'X-Cloud-Trace-Context',
  'X-MS-Client-Request-Id',
  'X-MS-Date',
  'X-MS-Version',
  'X-MS-Blob-Type',
  'X-MS-Group',
  'CF-Ray',
  'Grpc-Timeout',
  'Grpc-Metadata-Trace',
  'Grpc-Accept-Encoding',
  'X-Grpc-Web',
  'Next-Router-State-Tree',
  'RSC',
  'HX-Request',
  'Turbo-Frame',
  'Depth',
  'Destination',
  'Overwrite',
  'X-GitHub-Event',
  'X-Hub-Signature-256',
  'Stripe-Account',
  'Stripe-Version',
  'OpenAI-Organization',
  'Anthropic-Version',
  'X-ClickHouse-User',
  'X-Hasura-Admin-Secret',
  'X-ClickHouse-Key',
  'X-Shopify-Topic',
  'X-Client-Version',
  'X-Client-Id',
  'X-Device-Id',
  'X-Session-Id',
  'X-Timezone',
  'X-User-Locale',
];

describe('a header', () => {
  for (const [product, names] of Object.entries(believed))
    it.each(names)(`that servers behind ${product} believe comes from no client: %s`, (name) => {
      for (const written of [name, name.toLowerCase(), name.toUpperCase()])
        expect(kindOf(written)).toBe('ours');
      expect(kindOf(`Grpc-Metadata-${name}`)).toBe('ours');
    });

  it.each(Object.values(believed).flat())('comes in no other spelling either: %s', (name) => {
    expect(kindOf(`x_${name}`)).toBe('twin');
    if (!name.includes('-')) return;
    for (const other of ['_', '.', '~', '!']) expect(kindOf(name.replace('-', other))).toBe('twin');
  });

  it.each(sentByClients)('that clients need passes: %s', (name) => {
    for (const written of [name, name.toLowerCase(), name.toUpperCase()])
      expect(kindOf(written)).toBe('forward');
  });

  it.each([
    'x-acme-user',
    'x-acme-username',
    'acme-principal',
    'acme-assertion',
    'acme-client-dn',
    'acme-groups',
    'acme-roles',
    'acme-email',
    'user',
  ])('whose last word says who calls comes from no client: %s', (name) => {
    expect(kindOf(name)).toBe('ours');
  });

  it.each(['x-acme-superuser', 'x-acme-users', 'acme-usernames', 'x-emailed', 'x-user-count', 'x-pardn'])(
    'that only looks like it passes: %s',
    (name) => {
      expect(kindOf(name)).toBe('forward');
    },
  );

  it('that a route fills from a token comes from no client, and in no other spelling', () => {
    expect(kindOf('X-Caller')).toBe('ours');
    expect(kindOf('x_caller')).toBe('twin');
    expect(kindOf('x.caller')).toBe('twin');
  });

  it('that frames the message comes in one spelling', () => {
    expect(kindOf('Content.Length')).toBe('twin');
    expect(kindOf('transfer~encoding')).toBe('twin');
    expect(kindOf('x.mine')).toBe('forward');
  });

  it('that some route excepts is known as such, and its twins are not excepted', () => {
    expect(kindOf('X-Trino-User')).toBe('excepted');
    expect(kindOf('x_trino_user')).toBe('twin');
  });
});

describe('the memory for names', () => {
  it('gives the same answer whatever was asked before', () => {
    const fresh = () => headerKinds({ context: ['x-caller'], excepted: [] });
    const old = fresh();
    for (let index = 0; index < 5000; index += 1) old(`x-${index}-user`);
    const words = fc.constantFrom(
      'x',
      'user',
      'id',
      'acme',
      'client',
      'dn',
      'Role',
      'cf',
      'Email',
      '_',
      'meta',
    );
    const names = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(names, (name) => {
        expect(old(name)).toBe(fresh()(name));
        expect(old(name.toUpperCase())).toBe(fresh()(name));
      }),
    );
  });

  it('answers for the longest of names in time that grows with its length', () => {
    for (const piece of ['-', 'user-', 'x-forwarded', 'client-', '_', '.']) {
      const name = piece.repeat(16_384 / piece.length);
      expect(kindOf(`${name}x`)).toMatch(/^(forward|ours|twin)$/);
    }
  });
});
