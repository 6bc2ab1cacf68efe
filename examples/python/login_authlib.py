"""Sign in with Authlib: its session, and a loop that it leaves to you.

    ACME_SERVER=https://login.example.com python3 login_authlib.py
"""

import os
import sys
import time

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session

SERVER = os.environ.get("ACME_SERVER", "http://localhost:3000")
CLIENT = os.environ.get("ACME_CLIENT", "alprina-cli")
TOKEN = SERVER + "/oauth/token"

session = OAuth2Session(
    CLIENT,
    scope="openid email offline_access",
    token_endpoint=TOKEN,
    token_endpoint_auth_method="none",
    # Called when the session has renewed the token by itself: store both, the refresh token is another one.
    update_token=lambda token, refresh_token=None, access_token=None: print("Renewed", file=sys.stderr),
)
started = session.post(
    SERVER + "/oauth/device_authorization",
    data={"client_id": CLIENT, "scope": session.scope},
    withhold_token=True,
    timeout=20,
).json()
print("Open", started["verification_uri_complete"], file=sys.stderr)
print("Approve only if the page shows this code:", started["user_code"], file=sys.stderr, flush=True)

interval = started["interval"]
while True:
    time.sleep(interval)
    try:
        session.fetch_token(
            TOKEN,
            grant_type="urn:ietf:params:oauth:grant-type:device_code",
            device_code=started["device_code"],
            timeout=20,
        )
        break
    except OAuthError as error:
        if error.error == "slow_down":
            interval += 5
        elif error.error != "authorization_pending":
            sys.exit(f"Refused: {error.description}")

person = session.get(SERVER + "/oauth/userinfo", timeout=20).json()
print("Signed in as", person["email"])
