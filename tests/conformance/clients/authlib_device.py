"""A device login (RFC 8628) with Authlib: authlib_device.py ISSUER CLIENT_ID

Every line on standard output is a JSON object: first the codes, then each error word that was heard, and last
who signed in, or the word that ended the login.
"""

import json
import sys
import time

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from authlib.oidc.core import CodeIDToken

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


def say(**fields):
    print(json.dumps(fields), flush=True)


def discover(session, issuer):
    url = issuer + "/.well-known/oauth-authorization-server"
    metadata = AuthorizationServerMetadata(session.get(url, withhold_token=True).json())
    # Not `validate()`: it wants https, which a server on this machine has not.
    metadata.validate_response_types_supported()
    metadata.validate_grant_types_supported()
    metadata.validate_token_endpoint_auth_methods_supported()
    metadata.validate_code_challenge_methods_supported()
    return metadata


def poll(session, metadata, login):
    interval = login["interval"]
    while True:
        time.sleep(interval)
        try:
            return session.fetch_token(
                metadata["token_endpoint"], grant_type=DEVICE_GRANT, device_code=login["device_code"]
            )
        except OAuthError as refusal:
            say(heard=refusal.error)
            if refusal.error == "slow_down":
                interval += 5
            elif refusal.error != "authorization_pending":
                raise


def check_id_token(session, metadata, token):
    keys = JsonWebKey.import_key_set(session.get(metadata["jwks_uri"], withhold_token=True).json())
    claims = jwt.decode(
        token["id_token"],
        keys,
        claims_cls=CodeIDToken,
        claims_options={"iss": {"value": metadata["issuer"]}, "aud": {"value": session.client_id}},
        claims_params={"client_id": session.client_id, "access_token": token["access_token"]},
    )
    claims.validate(leeway=5)
    return claims


def main(issuer, client_id):
    session = OAuth2Session(client_id, scope="openid email offline_access")
    metadata = discover(session, issuer)
    login = session.post(
        metadata["device_authorization_endpoint"],
        data={"client_id": client_id, "scope": session.scope},
        withhold_token=True,
    ).json()
    say(device_code=login["device_code"], user_code=login["user_code"])
    try:
        token = poll(session, metadata, login)
    except OAuthError as refusal:
        return say(refused=refusal.error)
    claims = check_id_token(session, metadata, token)
    # The session brings the token by itself.
    userinfo = session.get(metadata["userinfo_endpoint"]).json()
    assert userinfo["sub"] == claims["sub"]
    say(subject=claims["sub"])


main(*sys.argv[1:])
