/*
 * Headers by which proxies, clouds and frameworks are known to tell a server who calls, from where, over what
 * connection, or which request it really is. A client that could send one would be believed.
 */

/** Whole names. */
const names = [
  'proxy', // CGI makes it HTTP_PROXY (httpoxy, CVE-2016-5385)
  'forwarded',
  'true-client-ip',
  'x-coming-from',
  'x-real-ip',
  'x-azure-fdid',
  // Which request it is, against what was decided on
  'x-original-url',
  'x-original-uri',
  'x-original-path',
  'x-original-host',
  'x-original-method',
  'x-original-for', // ASP.NET Core, with those below
  'x-original-proto',
  'x-original-prefix',
  'x-replaced-path', // Traefik
  'x-waws-unencoded-url', // Azure App Service
  'x-rewrite-url',
  'x-rewrite-uri',
  'x-host',
  'x-http-host-override',
  'x-http-destinationurl',
  'x-script-name',
  'x-http-method',
  'x-method',
  // How it came
  'front-end-https',
  'x-scheme',
  'x-url-scheme',
  'x-https',
  'x-ssl',
  'x-arr-ssl',
  'x-arr-clientcert',
  // Who calls
  'auth-type',
  'eppn',
  'persistent-id',
  'x-access-token', // APISIX
  'x-id-token', // APISIX
  'x-identity-status', // OpenStack keystonemiddleware
  'x-domain-id',
  'x-jwt',
  'x-tenant-id',
  'x-scope-orgid', // Grafana Loki and Mimir
  'thanos-tenant',
  'x-anonymous-consumer', // Kong
  'x-cloudscheduler',
  'x-iis-windowsauthtoken',
  'x-amzn-request-context', // AWS Lambda Web Adapter, with the next
  'x-amzn-lambda-context',
  'x-apigateway-event', // serverless-express, with the next
  'x-apigateway-context',
  'x-amzn-source-vpc', // VPC Lattice
  'dapr-caller-app-id',
  'x-uid',
];

/** Beginnings, each the mark of one product or of one kind. */
const prefixes = [
  // Ours
  'signet-',
  'x-signet-',
  // Proxies and service meshes
  'x-forwarded-',
  'x-original-forwarded-',
  'x-envoy-',
  'x-istio-',
  'x-spiffe-',
  'l5d-', // Linkerd
  'x-ssl-', // HAProxy, F5
  'ssl-', // ingress-nginx, Apache mod_ssl
  'x-tls-',
  'x-mtls-',
  'client-cert', // RFC 9440
  'x-client-cert', // Google Cloud load balancers, F5
  'x-accel-', // nginx; Rack::Sendfile reads `x-accel-mapping`
  'x-sendfile-',
  'wl-proxy-', // WebLogic
  'x-middleware-', // Next.js (CVE-2025-29927)
  'x-invoke-',
  // Clouds
  'cf-', // Cloudflare, with Access
  'fastly-',
  'akamai-',
  'x-akamai-',
  'fly-forwarded-',
  'x-vercel-ip-',
  'x-vercel-oidc-',
  'cloudfront-',
  'x-amzn-oidc-', // AWS load balancers
  'x-amzn-mtls-',
  'x-amzn-tls-',
  'x-amzn-lattice-',
  'x-goog-authenticated-', // Google IAP
  'x-goog-iap-',
  'x-appengine-',
  'x-cloudtasks-',
  'x-ms-client-principal', // Azure App Service
  'x-ms-token-',
  'ms-aspnetcore-', // IIS before ASP.NET Core
  // Proxies that sign in
  'x-auth-request-', // oauth2-proxy
  'x-oauth-',
  'x-oauth2-',
  'x-authentik-',
  'x-authelia-',
  'x-pomerium-',
  'x-vouch-',
  'x-webauth-', // Grafana, Gitea, Tailscale
  'tailscale-',
  'x-tailscale-',
  'teleport-',
  'x-teleport-',
  'x-sandstorm-',
  'x-token-subject', // caddy-security
  'x-token-user-',
  'x-ldap-', // nginx-ldap-auth
  'x-auth-couchdb-',
  'remote-', // Authelia; CGI's REMOTE_USER and REMOTE_ADDR
  'x-remote-', // Kubernetes front proxies, F5
  'impersonate-', // Kubernetes
  'oidc-', // Apache mod_auth_openidc
  'x-oidc-',
  'mellon-', // Apache mod_auth_mellon
  'shib-', // Shibboleth
  'sm-', // SiteMinder
  'iv-', // IBM WebSEAL
  'oam-', // Oracle Access Manager
  // Gateways
  'x-consumer-', // Kong, APISIX
  'x-credential-',
  'x-kong-jwt-claim-',
  'x-authenticated-',
  'x-jwt-', // WSO2, Istio's and Envoy's examples
  'x-tyk-',
  'x-wso2-',
  'x-apigee-',
  'x-3scale-',
  'x-gravitee-',
  'x-endpoint-api-', // Google Cloud Endpoints
  'x-apigateway-api-',
  // Hasura, without an admin secret, takes every session variable from them
  'x-hasura-',
];

/** Whole words that a name ends in, whatever stands before. */
const endings = [
  'user',
  'userid',
  'user-id',
  'user-uid',
  'user-ip',
  'username',
  'user-name',
  'userinfo',
  'user-info',
  'user-groups',
  'auth-name',
  'principal',
  'principal-id',
  'principal-name',
  'assertion',
  'claims',
  'subject',
  'email',
  'groups',
  'role',
  'roles',
  'scopes',
  'dn',
  'client-cert',
  'clientcert',
  'client-certificate',
  'client-verify',
  'client-ip',
  'clientip',
  'client-address',
  'socketip',
  'real-ip',
  'connecting-ip',
  'connecting-ipv6',
  'connection-ip',
  'src-ip',
  'ip-source', // Qrator
  'proxyuser-ip',
  'originating-ip',
  'trusted-ip',
  'remote-addr',
  'forwarded-for',
  'method-override',
];

/** What clients need although it looks like one of these. */
const harmless: ReadonlySet<string> = new Set([
  'cf-ray',
  'x-clickhouse-user', // half of a credential that the server checks
  'x-hasura-admin-secret',
]);

/** Browsers write these themselves, or they are an object's own metadata. */
const harmlessPrefix = /^(?:sec-|x-(?:amz|goog|ms|oss|object|container)-meta-)/;

/** grpc-gateway takes this away and hands on the rest as metadata. */
const wrapper = 'grpc-metadata-';

const prefix = new RegExp(`^(?:${prefixes.join('|')})`);
const ending = new RegExp(`(?:^|-)(?:${endings.join('|')})$`);
const wholeNames: ReadonlySet<string> = new Set(names);

/** True if some server is known to believe a header of this name. @param name in lower case */
export function tellsIdentity(name: string): boolean {
  const said = name.startsWith(wrapper) ? name.slice(wrapper.length) : name;
  if (harmless.has(said) || harmlessPrefix.test(said)) return false;
  return wholeNames.has(said) || prefix.test(said) || ending.test(said);
}
