"""Sign in, say who is signed in, sign out: Python's standard library and nothing else.

    ACME_SERVER=https://login.example.com python3 login.py login | whoami | logout
"""

import json
import os
import socket
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

SERVER = os.environ.get("ACME_SERVER", "http://localhost:3000")
CLIENT = os.environ.get("ACME_CLIENT", "alprina-cli")
FOLDER = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "acme"
FILE = FOLDER / "credentials.json"
DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"


class Refused(Exception):
    """The server said no; `error` is its word."""

    def __init__(self, body):
        super().__init__(body.get("error_description") or body.get("error"))
        self.error = body.get("error")


def call(path, form=None, token=None):
    request = urllib.request.Request(SERVER + path)
    if form is not None:
        request.data = urllib.parse.urlencode({"client_id": CLIENT, **form}).encode()
    if token is not None:
        request.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as error:
        try:
            body = json.load(error)
        except ValueError:
            raise error from None  # Not from us: a proxy's page, for example.
        raise Refused(body) from None


def login():
    started = call(
        "/oauth/device_authorization",
        {"scope": "openid email offline_access", "device_name": socket.gethostname()},
    )
    ends = time.monotonic() + started["expires_in"]
    print("Open", started["verification_uri_complete"], file=sys.stderr)
    print("Approve only if the page shows this code:", started["user_code"], file=sys.stderr, flush=True)
    save(poll(started["device_code"], started["interval"], ends))
    whoami()


def poll(device_code, interval, ends):
    while time.monotonic() < ends:
        time.sleep(interval)
        try:
            return call("/oauth/token", {"grant_type": DEVICE_CODE, "device_code": device_code})
        except Refused as refused:
            if refused.error in ("slow_down", "temporarily_unavailable"):
                interval += 5
            elif refused.error != "authorization_pending":
                raise
        except OSError:
            pass  # No answer is no decision: keep asking until the code ends.
    raise Refused({"error": "expired_token"})


def whoami():
    print("Signed in as", call("/oauth/userinfo", token=access_token())["email"])


def logout():
    # Revoke first: a token that is forgotten but alive can only be revoked in the browser.
    call("/oauth/revoke", {"token": read()["refresh_token"]})
    FILE.unlink()
    print("Signed out")


def access_token():
    """A token that is good for another minute at least; renewed when it has to be."""
    saved = read()
    if saved["expires_at"] <= time.time() + 60:
        form = {"grant_type": "refresh_token", "refresh_token": saved["refresh_token"]}
        saved = save(call("/oauth/token", form))
    return saved["access_token"]


def save(tokens):
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = {name: tokens[name] for name in ("access_token", "refresh_token")}
    content["expires_at"] = time.time() + tokens["expires_in"]
    # Written beside and moved into place, so that nobody ever reads half a file.
    draft = FILE.with_suffix(f".{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(content, file)
    draft.replace(FILE)
    return content


def read():
    try:
        return json.loads(FILE.read_text())
    except FileNotFoundError:
        sys.exit('Not signed in. Run "login".')


SENTENCES = {
    "access_denied": "The login was denied in the browser.",
    "expired_token": "Nobody approved in time. Start again.",
    "invalid_grant": 'This device was signed out. Run "login".',
    "invalid_token": 'This device was signed out. Run "login".',
}

if __name__ == "__main__":
    commands = {"login": login, "whoami": whoami, "logout": logout}
    command = commands.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if command is None:
        sys.exit("Say login, whoami or logout.")
    try:
        command()
    except Refused as refused:
        sys.exit(SENTENCES.get(refused.error, str(refused)))
    except OSError as error:
        sys.exit(f"{SERVER} does not answer: {error}")
