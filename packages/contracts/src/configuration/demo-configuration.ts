export interface DemoOptions {
  /** Where the echo upstream listens on 127.0.0.1. */
  readonly echoPort: number;
  /** The gateway's own address, which is the audience of the demo's tokens, such as `http://localhost:8080`. */
  readonly gatewayOrigin: string;
}

/** The document that the first start writes to `signet.yaml`: small enough to be read whole, and meant to be changed. */
export function demoConfiguration({ echoPort, gatewayOrigin }: DemoOptions): string {
  return `# Signet's configuration. Save the file and the running Signet takes it over at once; a file with a
# mistake changes nothing and says which line. Check before you save: signet config check
version: 1

identity:
  # For whom sign-in issues tokens ("aud"); the first is the default.
  audiences: [${gatewayOrigin}]

# Who signs the tokens that routes accept. "house" is Signet's own identity provider.
issuers:
  house: { self: true }

# What the routes belong to, in the eyes of people.
services:
  demo:
    title: Demo
    description: Answers with what it received, so that you see what the gateway makes of a request.

# Where requests go.
upstreams:
  echo:
    targets: [{ url: http://127.0.0.1:${echoPort} }]

# What is let through. A request that matches no route is refused.
routes:
  - id: demo
    service: demo
    match: { methods: [GET, POST], path: '/demo/{rest*}' }
    auth:
      issuer: house
      audience: ${gatewayOrigin}
      scopes: [demo:read]
    # The upstream learns who calls from this header; a copy sent by the client is removed first.
    context:
      headers: { x-user-id: claims.sub }
    limit: [{ rate: 100/s, by: claims.sub }]
    upstream: echo

  # Language models: give the key of a provider (signet llm provider add openai), and an SDK asks for openai/MODEL at
  # ${gatewayOrigin}/llm/v1, with an access token as its key.
  - id: models
    service: demo
    match: { methods: [GET, POST, DELETE], path: '/llm/{rest*}' }
    stripPrefix: /llm
    auth:
      issuer: house
      audience: ${gatewayOrigin}
      scopes: [demo:read]
    limit: [{ rate: 100/s, by: claims.sub }]
    llm: { addedProviders: true }

  - id: status
    service: demo
    match: { methods: [GET], path: /status }
    public: true
    upstream: echo

# Runs the echo upstream in this process. Remove this block, and what uses it, when you are done with the demo.
demo: { echoPort: ${echoPort} }
`;
}
