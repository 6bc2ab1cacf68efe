"""A device login (RFC 8628) with requests-oauthlib: oauthlib_device.py ISSUER CLIENT_ID

Speaks as authlib_device.py does.
"""

import json
import os
import sys
import time

from oauthlib.oauth2 import DeviceClient, OAuth2Error
from requests_oauthlib import OAuth2Session

# A server on this machine has no certificate.
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"


def say(**fields):
    print(json.dumps(fields), flush=True)


def poll(session, metadata, login):
    interval = login["interval"]
    while True:
        time.sleep(interval)
        try:
            return session.fetch_token(
                metadata["token_endpoint"], device_code=login["device_code"], include_client_id=True
            )
        except OAuth2Error as refusal:
            say(heard=refusal.error)
            if refusal.error == "slow_down":
                interval += 5
            elif refusal.error != "authorization_pending":
                raise


def main(issuer, client_id):
    client = DeviceClient(client_id)
    # In the order in which the server says them: this library takes another order for another grant.
    session = OAuth2Session(client=client, scope=["openid", "email", "offline_access"])
    metadata = session.get(issuer + "/.well-known/openid-configuration", withhold_token=True).json()
    login = session.post(
        metadata["device_authorization_endpoint"],
        data={"client_id": client_id, "scope": "openid email offline_access"},
        withhold_token=True,
    ).json()
    say(device_code=login["device_code"], user_code=login["user_code"])
    try:
        poll(session, metadata, login)
    except OAuth2Error as refusal:
        return say(refused=refusal.error)
    say(subject=session.get(metadata["userinfo_endpoint"]).json()["sub"])


main(*sys.argv[1:])
