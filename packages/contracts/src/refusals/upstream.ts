/** What the gateway says when an upstream, or the client, lets it down. */
export const upstreamTemplates = {
  upstream_unreachable: {
    sentence: 'The service behind this route cannot be reached.',
    expected: 'a connection to the service',
    actual: 'none',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.3',
  },
  upstream_timeout: {
    sentence: 'The service behind this route took too long to answer.',
    expected: 'an answer within the time that the service is given',
    actual: 'silence',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.5',
  },
  upstream_failed: {
    sentence: 'The service behind this route did not finish its answer.',
    expected: 'a whole answer, as HTTP/1.1 defines it',
    actual: 'another, or a part of one',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.3',
  },
  upstream_busy: {
    sentence: 'The service behind this route has no room for more requests.',
    expected: 'a free connection to the service',
    actual: 'none',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.4',
  },
  upstream_resting: {
    sentence:
      'The service behind this route is left alone for a while, since too many requests to it have failed.',
    expected: 'a service that answers most requests',
    actual: 'one that failed too many of late',
    fix: 'Try again after the time in `Retry-After`; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.4',
  },
  prompt_unknown: {
    sentence: 'There is no prompt {prompt} that may be asked here.',
    expected: 'the name of a published prompt, and a version that was published',
    actual: '{prompt}',
    fix: 'Correct the name, or leave out what stands behind the `@`. As the operator, see `signet prompt list`.',
    rule: 'routes[].llm.prompts',
  },
  model_unknown: {
    sentence: 'The model {model} is not one that may be asked here.',
    expected: 'a model of this route',
    actual: '{model}',
    fix: 'Ask for one of those that `GET /v1/models` lists.',
    rule: 'llm.models',
  },
  model_answer_unknown: {
    sentence: 'No answer of this id is kept for this caller on this route.',
    expected: 'the id of an answer that this caller asked a provider of Responses to keep, on this route',
    actual: 'another id',
    fix: 'Ask with `store: true`, and use the id that comes with that answer.',
    rule: 'llm.models',
  },
  model_request_invalid: {
    rule: 'llm',
    variants: {
      body: {
        sentence: 'The body cannot be read in one way only.',
        expected: 'an object of JSON in UTF-8, each member once',
        actual: '{found}',
        fix: 'Send the body as the SDK of the provider writes it.',
      },
      reading: {
        sentence: '{reason}',
        expected: 'a request as the protocol of this address has it',
        actual: 'another',
        fix: 'Correct the request; sending it again does not help.',
      },
      lacks: {
        sentence: 'Nobody who has this model can be asked for what this request needs: {needs}.',
        expected: 'a request that one of them can answer',
        actual: 'one that needs {needs}',
        fix: 'Ask for another model, or leave out what this one cannot do.',
      },
      losses: {
        sentence: 'The provider of this model cannot be asked all of this: {fields}.',
        expected: 'what it can be asked in full, as the route says',
        actual: '{fields}',
        fix: 'Leave these out, or ask for a model whose provider takes them.',
      },
      elsewhere: {
        sentence: 'The member {field} points to what is kept at a provider, and nobody knows whose it is.',
        expected: 'a request that says all of itself',
        actual: '{field}',
        fix: 'Send the whole conversation, without {field}.',
      },
    },
  },
  model_guarded: {
    rule: 'llm.guards',
    variants: {
      question: {
        sentence: 'The guard {guard} of this route does not let the question through.',
        expected: 'a question without what the guard looks for',
        actual: 'places where it found something: {count}',
        fix: 'Take out of the question what must not go to a model; `signet explain` says which guard it was.',
      },
      answer: {
        sentence: 'The guard {guard} of this route does not let the answer through.',
        expected: 'an answer without what the guard looks for',
        actual: 'places where it found something: {count}',
        fix: 'Ask otherwise; the same question may well be answered in the same way.',
      },
    },
  },
  model_unavailable: {
    expected: 'an answer of the model',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'llm.providers',
    variants: {
      no_key: {
        sentence: 'The provider of this model needs a key, and none is known here.',
        actual: 'no key to ask with',
        fix: 'Give the reference to whoever runs this gateway: `llm.providers` says where the key is.',
      },
      refused: {
        sentence: 'The provider of this model does not take the key by which it is asked.',
        actual: 'a refusal',
        fix: 'Give the reference to whoever runs this gateway: the key of the provider is at fault.',
      },
      keys_off: {
        sentence: 'All keys of the provider of this model are switched off or have expired.',
        actual: 'no key that may be used',
        fix: 'Give the reference to whoever runs this gateway: `signet llm providers` says how each key stands.',
      },
      answer: {
        sentence: 'The provider of this model did not finish an answer that can be read.',
        actual: 'another answer, or a part of one',
      },
    },
  },
  mcp_request_invalid: {
    rule: 'MCP 2026-07-28',
    variants: {
      body: {
        sentence: 'The body cannot be read in one way only.',
        expected: 'one message of JSON-RPC 2.0 in UTF-8, each member once',
        actual: '{found}',
        fix: 'Send the message as an SDK of MCP writes it, one in each request.',
      },
      message: {
        sentence: 'The message is none that a client of this revision sends.',
        expected: 'a request with all that the revision asks for',
        actual: '{found}',
        fix: 'Send the message as an SDK of MCP writes it.',
      },
      header: {
        sentence: 'The header {header} does not say what the body says.',
        expected: 'the same in header and body, once each',
        actual: 'something else, or nothing',
        fix: 'Read the list of tools anew and send the headers that the revision of 2026-07-28 asks for.',
      },
      revision: {
        sentence: 'The revision of MCP by which this came is not spoken here.',
        expected: 'one of {spoken}',
        actual: '{found}',
        fix: 'Ask by one of those.',
      },
    },
  },
  mcp_method_unknown: {
    sentence: 'Nothing called {method} is asked of this server of tools.',
    expected: 'a method that is let through here',
    actual: '{method}',
    fix: 'Ask for what `server/discover`, or the handshake, says that there is.',
    rule: 'mcp.servers.NAME.offers',
  },
  mcp_tool_unknown: {
    sentence: 'There is no tool {tool} here.',
    expected: 'a tool that `tools/list` shows to this caller',
    actual: '{tool}',
    fix: 'Call one of those; where this one was there before, give the reference to whoever runs this gateway.',
    rule: 'mcp.servers.NAME.tools',
  },
  mcp_session_unknown: {
    sentence: 'There is no such session for this caller.',
    expected: 'a session that this caller has opened, and that has not ended',
    actual: 'none, or one of somebody else',
    fix: 'Begin anew with `initialize`.',
    rule: 'MCP 2025-11-25, Session Management',
  },
  mcp_token_needed: {
    sentence: 'The server of tools {server} is asked by a token of your own, and you have given it none.',
    expected: 'a token that you gave for this server, at the address that it has now',
    actual: 'none',
    fix: 'Give it one in your account: `POST /auth/account/tool-tokens` with `server: {server}`.',
    rule: 'mcp.servers.NAME.credential',
  },
  mcp_unavailable: {
    expected: 'an answer of the server of tools',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'mcp.servers',
    variants: {
      no_credential: {
        sentence:
          'The server of tools is asked by a key or a token of its own, and there is none for this call.',
        actual: 'nothing to ask with',
        fix: 'Give the reference to whoever runs this gateway: `mcp.servers` says where key or token come from.',
      },
      refused: {
        sentence: 'The server of tools does not take the key or the token by which it is asked.',
        actual: 'a refusal',
        fix: 'Give the reference to whoever runs this gateway: it is not the token of the caller that is at fault.',
      },
      answer: {
        sentence: 'The server of tools did not finish an answer that can be read.',
        actual: 'another answer, or a part of one',
      },
    },
  },
  client_closed: {
    rule: 'RFC 9110 §7.6',
    variants: {
      request: {
        sentence: 'The client closed its connection before its request was complete.',
        expected: 'the whole request',
        actual: 'a part of it',
      },
      answer: {
        sentence: 'The client closed its connection before the answer was complete.',
        expected: 'a client that takes the whole answer',
        actual: 'one that left',
      },
    },
  },
} as const;
