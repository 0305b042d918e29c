-- wrk script: sends every token of the file named in the arguments in turn, and ends with one line of JSON.
-- With a file of a body and one of headers as further arguments it posts these.
local requests = {}
local at = 0

function init(arguments)
  local method, body, headers = "GET", nil, {}
  if arguments[2] then
    method, body = "POST", io.open(arguments[2]):read("*a")
    for line in io.lines(arguments[3]) do
      local name, value = line:match("^([^:]+): (.*)$")
      headers[name] = value
    end
  end
  for token in io.lines(arguments[1]) do
    headers["Authorization"] = "Bearer " .. token
    requests[#requests + 1] = wrk.format(method, nil, headers, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    '\nresult {"requests":%d,"seconds":%.6f,"p50Ms":%.3f,"p99Ms":%.3f,"failures":%d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, failures))
end
