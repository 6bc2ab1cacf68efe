"""A login with the browser beside it (RFC 8252), then renewal, introspection and revocation, with Authlib:
authlib_loopback.py ISSUER CLIENT_ID CLIENT_SECRET API_ID API_SECRET, with "" for no secret

Every line on standard output is a JSON object: first where to send the browser, then who signed in and what came
of each call.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oidc.core import CodeIDToken


def say(**fields):
    print(json.dumps(fields), flush=True)


class Callback(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.visited = f"http://127.0.0.1:{self.server.server_port}{self.path}"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"You may close this page.")

    def log_message(self, *_):
        """Says nothing: what arrives here is secret."""


def main(issuer, client_id, client_secret, api_id, api_secret):
    listener = HTTPServer(("127.0.0.1", 0), Callback)
    session = OAuth2Session(
        client_id,
        client_secret or None,
        scope="openid email offline_access",
        redirect_uri=f"http://127.0.0.1:{listener.server_port}/callback",
        code_challenge_method="S256",
    )
    metadata = session.get(issuer + "/.well-known/openid-configuration", withhold_token=True).json()
    verifier, nonce = generate_token(48), generate_token(16)
    url, state = session.create_authorization_url(
        metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce
    )
    say(url=url)
    listener.handle_request()

    token = session.fetch_token(
        metadata["token_endpoint"],
        authorization_response=listener.visited,
        state=state,
        code_verifier=verifier,
    )
    keys = JsonWebKey.import_key_set(session.get(metadata["jwks_uri"], withhold_token=True).json())
    claims = jwt.decode(
        token["id_token"],
        keys,
        claims_cls=CodeIDToken,
        claims_options={"iss": {"value": issuer}, "aud": {"value": client_id}},
        claims_params={"client_id": client_id, "nonce": nonce, "access_token": token["access_token"]},
    )
    claims.validate(leeway=5)
    say(subject=claims["sub"])

    token = session.refresh_token(metadata["token_endpoint"])
    say(renewed=session.get(metadata["userinfo_endpoint"]).json()["sub"])

    api = OAuth2Session(api_id, api_secret, token={})
    introspect = lambda: api.introspect_token(
        metadata["introspection_endpoint"], token=token["access_token"], token_type_hint="access_token"
    ).json()
    say(introspected=introspect())
    session.revoke_token(metadata["revocation_endpoint"], token=token["refresh_token"]).raise_for_status()
    say(introspected=introspect())
    try:
        session.refresh_token(metadata["token_endpoint"], refresh_token=token["refresh_token"])
    except OAuthError as refusal:
        say(refused=refusal.error)


main(*sys.argv[1:])
