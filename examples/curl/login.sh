#!/bin/sh
# Sign in, say who is signed in, sign out: with curl and sed.
#
#     ACME_SERVER=https://login.example.com sh login.sh login | whoami | logout
set -eu
umask 077

server=${ACME_SERVER:-http://localhost:3000}
client=${ACME_CLIENT:-alprina-cli}
folder=${XDG_CONFIG_HOME:-$HOME/.config}/acme
file=$folder/credentials
signed_out='This device was signed out. Run "login".'

fail() {
  echo "$1" >&2
  exit 1
}

# The value of one field of a reply. Our replies are flat, and these values have no quotes in them.
field() { printf '%s' "$2" | sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p"; }
saved() { sed -n "s/^$1=//p" "$file"; }
require_login() { [ -f "$file" ] || fail 'Not signed in. Run "login".'; }

# Secrets go through standard input: arguments can be read by everybody on the machine.
post() { printf '%s' "$2" | curl -sS --max-time 20 --data @- "$server$1"; }
get() { printf 'header = "Authorization: Bearer %s"\n' "$2" | curl -sS --max-time 20 -K - "$server$1"; }

save() {
  mkdir -p "$folder"
  {
    echo "access_token=$(field access_token "$1")"
    echo "refresh_token=$(field refresh_token "$1")"
    echo "expires_at=$(($(date +%s) + $(field expires_in "$1")))"
  } >"$file.$$"
  mv "$file.$$" "$file"
}

login() {
  reply=$(post /oauth/device_authorization \
    "client_id=$client&scope=openid+email+offline_access&device_name=$(uname -n)") ||
    fail "$server does not answer."
  device_code=$(field device_code "$reply")
  [ -n "$device_code" ] || fail "Refused: $(field error_description "$reply")"
  interval=$(field interval "$reply")
  ends=$(($(date +%s) + $(field expires_in "$reply")))
  echo "Open $(field verification_uri_complete "$reply")" >&2
  echo "Approve only if the page shows this code: $(field user_code "$reply")" >&2

  grant=urn:ietf:params:oauth:grant-type:device_code
  while [ "$(date +%s)" -lt "$ends" ]; do
    sleep "$interval"
    # No answer is no decision: keep asking until the code ends.
    reply=$(post /oauth/token "grant_type=$grant&device_code=$device_code&client_id=$client") || continue
    [ -z "$(field access_token "$reply")" ] || break
    case $(field error "$reply") in
      slow_down | temporarily_unavailable) interval=$((interval + 5)) ;;
      access_denied) fail "The login was denied in the browser." ;;
      expired_token) fail "Nobody approved in time. Start again." ;;
      invalid_*) fail "Refused: $(field error_description "$reply")" ;;
    esac
  done
  [ -n "$(field access_token "$reply")" ] || fail "Nobody approved in time. Start again."
  save "$reply"
  whoami
}

whoami() {
  require_login
  token=$(access_token)
  reply=$(get /oauth/userinfo "$token") || fail "$server does not answer."
  [ "$(field error "$reply")" != invalid_token ] || fail "$signed_out"
  [ -n "$(field email "$reply")" ] || fail "Refused: $(field error_description "$reply")"
  echo "Signed in as $(field email "$reply")"
}

# A token that is good for another minute at least; renewed when it has to be.
access_token() {
  [ "$(saved expires_at)" -gt $(($(date +%s) + 60)) ] && saved access_token && return
  reply=$(post /oauth/token "grant_type=refresh_token&refresh_token=$(saved refresh_token)&client_id=$client") ||
    fail "$server does not answer."
  [ "$(field error "$reply")" != invalid_grant ] || fail "$signed_out"
  [ -n "$(field access_token "$reply")" ] || fail "Refused: $(field error_description "$reply")"
  save "$reply"
  field access_token "$reply"
}

logout() {
  require_login
  # Revoke first: a token that is forgotten but alive can only be revoked in the browser.
  reply=$(post /oauth/revoke "token=$(saved refresh_token)&client_id=$client") || fail "$server does not answer."
  [ -z "$(field error "$reply")" ] || fail "Refused: $(field error_description "$reply")"
  rm "$file"
  echo "Signed out"
}

case ${1:-} in
  login | whoami | logout) "$1" ;;
  *) fail "Say login, whoami or logout." ;;
esac
