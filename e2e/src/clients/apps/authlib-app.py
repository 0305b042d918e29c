"""Authlib with the standard library's web server. One person at a time is enough here."""

import html
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oidc.core import CodeIDToken

issuer, port, api = os.environ["ISSUER"], int(os.environ["APP_PORT"]), os.environ["API"]
home = f"http://127.0.0.1:{port}/"
found = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=10).json()
session = OAuth2Session(
    os.environ["CLIENT_ID"],
    os.environ["CLIENT_SECRET"],
    scope="openid profile demo:read",
    redirect_uri=f"{home}signed-in",
    code_challenge_method="S256",
    token_endpoint=found["token_endpoint"],
)
kept = {}


def begin_sign_in():
    kept["verifier"], kept["nonce"] = generate_token(48), generate_token()
    address, kept["state"] = session.create_authorization_url(
        found["authorization_endpoint"], code_verifier=kept["verifier"], nonce=kept["nonce"]
    )
    return address


def end_sign_in(address):
    token = session.fetch_token(
        found["token_endpoint"],
        authorization_response=address,
        state=kept["state"],
        code_verifier=kept["verifier"],
    )
    keys = JsonWebKey.import_key_set(requests.get(found["jwks_uri"], timeout=10).json())
    expected = {
        "iss": {"essential": True, "value": issuer},
        "aud": {"essential": True, "value": os.environ["CLIENT_ID"]},
        "nonce": {"essential": True, "value": kept["nonce"]},
    }
    claims = jwt.decode(
        token["id_token"],
        keys,
        claims_cls=CodeIDToken,
        claims_options=expected,
        claims_params={"nonce": kept["nonce"], "access_token": token["access_token"]},
    )
    claims.validate()
    person = session.get(found["userinfo_endpoint"]).json()
    assert person["sub"] == claims["sub"]
    kept["name"] = person["preferred_username"]
    return home


def call_api():
    session.refresh_token(found["token_endpoint"])
    answer = session.get(api)
    return f"<p>The API answered {answer.status_code}</p><pre>{html.escape(answer.text)}</pre>"


def sign_out():
    asked = {"id_token_hint": session.token["id_token"], "post_logout_redirect_uri": home}
    del kept["name"]
    return f"{found['end_session_endpoint']}?{urlencode(asked)}"


def first_page():
    if "name" not in kept:
        return '<p><a href="/sign-in">Sign in</a></p>'
    return (
        f"<h1>Welcome, {html.escape(kept['name'])}</h1>"
        '<p><a href="/call">Call the API</a></p><p><a href="/sign-out">Sign out</a></p>'
    )


class App(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/sign-in":
            self.go(begin_sign_in())
        elif path == "/signed-in":
            self.go(end_sign_in(f"{home}{self.path[1:]}"))
        elif path == "/sign-out":
            self.go(sign_out())
        else:
            self.show(call_api() if path == "/call" else first_page())

    def go(self, address):
        self.send_response(303)
        self.send_header("location", address)
        self.end_headers()

    def show(self, body):
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>An app</title><main>{body}</main>".encode())

    def log_message(self, *words):
        """Addresses hold codes: nothing is logged."""


server = HTTPServer(("127.0.0.1", port), App)
print(f"open at {home}", flush=True)
server.serve_forever()
