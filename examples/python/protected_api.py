"""An API that lets in whoever shows a good key: FastAPI and requests.

    ALPRINA_SERVER=https://login.example.com API_ID=acme-api API_SECRET=… python3 -m uvicorn protected_api:app
"""

import hashlib
import os
import time

import requests
from fastapi import Depends, FastAPI, HTTPException, Request

SERVER = os.environ.get("ALPRINA_SERVER", "http://localhost:3000")
API = (os.environ.get("API_ID", "acme-api"), os.environ.get("API_SECRET", ""))
KEPT_SECONDS = 60
KEPT_AT_MOST = 10_000
# Answers by the hash of their key: whoever reads this memory should find no keys in it.
kept = {}


def introspect(key):
    """What the server knows of a key. A revoked one can be let in for as long as its answer is kept."""
    digest = hashlib.sha256(key.encode()).digest()
    answer, until = kept.get(digest, (None, 0))
    if until > time.time():
        return answer
    try:
        reply = requests.post(
            SERVER + "/oauth/introspect", data={"token": key}, auth=API, timeout=5, allow_redirects=False
        )
        if reply.status_code != 200:
            raise HTTPException(503, "Introspection refuses", {"Retry-After": "2"})
        answer = reply.json()
    except requests.RequestException:
        # Without an answer nobody is let in.
        raise HTTPException(503, "Introspection does not answer", {"Retry-After": "2"}) from None
    if len(kept) >= KEPT_AT_MOST:
        kept.clear()
    # Never longer than the key itself is good for.
    kept[digest] = (answer, min(time.time() + KEPT_SECONDS, answer.get("exp", float("inf"))))
    return answer


def require_scope(scope):
    """A dependency: who calls, if their key has `scope`."""

    def caller(request: Request):
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not key.strip():
            raise HTTPException(401, "Bearer key required", {"WWW-Authenticate": "Bearer"})
        answer = introspect(key.strip())
        if not answer["active"]:
            raise HTTPException(401, "Bad key", {"WWW-Authenticate": 'Bearer error="invalid_token"'})
        if scope not in answer["scope"].split(" "):
            challenge = f'Bearer error="insufficient_scope", scope="{scope}"'
            raise HTTPException(403, f"The key needs the scope {scope}", {"WWW-Authenticate": challenge})
        return answer

    return caller


app = FastAPI()


@app.get("/")
def hello(caller=Depends(require_scope("profile"))):
    return {"hello": caller["sub"]}
