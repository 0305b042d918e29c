"""A service of gRPC, and a client that calls it in each of the four ways; messages are bytes as they stand."""

import json
import sys
from concurrent import futures

import grpc


def as_is(value):
    return value


class Echo(grpc.GenericRpcHandler):
    def service(self, call):
        metadata = dict(call.invocation_metadata)

        def unary(request, context):
            if request == b"fail":
                context.set_trailing_metadata((("why", "asked"),))
                context.abort(grpc.StatusCode.FAILED_PRECONDITION, "as asked")
            context.set_trailing_metadata((("served-by", "echo"),))
            return request + b" for " + metadata.get("x-caller", "nobody").encode()

        def stream(request, context):
            for number in range(3):
                yield request + str(number).encode()

        def gather(requests, context):
            return b"+".join(requests)

        def talk(requests, context):
            for request in requests:
                yield request.upper()

        options = {"request_deserializer": as_is, "response_serializer": as_is}
        handlers = {
            "/demo.Echo/Unary": grpc.unary_unary_rpc_method_handler(unary, **options),
            "/demo.Echo/Stream": grpc.unary_stream_rpc_method_handler(stream, **options),
            "/demo.Echo/Gather": grpc.stream_unary_rpc_method_handler(gather, **options),
            "/demo.Echo/Talk": grpc.stream_stream_rpc_method_handler(talk, **options),
        }
        return handlers.get(call.method)


def serve():
    server = grpc.server(futures.ThreadPoolExecutor(4))
    server.add_generic_rpc_handlers((Echo(),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(port, flush=True)
    sys.stdin.read()
    server.stop(0)


def failure(error):
    return {"code": error.code().name, "details": error.details(), "trailers": dict(error.trailing_metadata() or ())}


def call(address, certificate, token):
    with open(certificate, "rb") as file:
        credentials = grpc.ssl_channel_credentials(file.read())
    metadata = (("authorization", "Bearer " + token),)
    said = {}
    with grpc.secure_channel(address, credentials) as channel:
        unary = channel.unary_unary("/demo.Echo/Unary", as_is, as_is)
        answer, done = unary.with_call(b"hello", metadata=metadata)
        said["unary"] = answer.decode()
        said["trailers"] = dict(done.trailing_metadata())
        stream = channel.unary_stream("/demo.Echo/Stream", as_is, as_is)
        said["stream"] = [each.decode() for each in stream(b"n", metadata=metadata)]
        gather = channel.stream_unary("/demo.Echo/Gather", as_is, as_is)
        said["gather"] = gather(iter([b"a", b"b" * 100000, b"c"]), metadata=metadata).decode()
        talk = channel.stream_stream("/demo.Echo/Talk", as_is, as_is)
        said["talk"] = [each.decode() for each in talk(iter([b"x", b"y"]), metadata=metadata)]
        for name, request, sent in (("failed", b"fail", metadata), ("refused", b"hello", ())):
            try:
                unary(request, metadata=sent)
            except grpc.RpcError as error:
                said[name] = failure(error)
    print(json.dumps(said))


if sys.argv[1] == "serve":
    serve()
else:
    call(*sys.argv[2:])
