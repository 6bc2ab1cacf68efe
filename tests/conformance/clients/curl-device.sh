#!/bin/sh
# A device login (RFC 8628) with nothing but a shell, curl and sed: curl-device.sh ISSUER CLIENT_ID
#
# Every line on standard output is a JSON object: first the reply with the codes, then each error word that was
# heard, and last who signed in, or the word that ended the login.
set -eu
issuer=$1
client_id=$2

# The value of one field of a JSON object, where it is a string or a number.
field() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p"; }

login=$(curl -sS "$issuer/oauth/device_authorization" -d "client_id=$client_id" -d "scope=openid email")
echo "$login"
device_code=$(echo "$login" | field device_code)
interval=$(echo "$login" | field interval)

while sleep "$interval"; do
  reply=$(curl -sS "$issuer/oauth/token" \
    -d "grant_type=urn:ietf:params:oauth:grant-type:device_code" \
    -d "client_id=$client_id" \
    -d "device_code=$device_code")
  error=$(echo "$reply" | field error)
  case $error in
    authorization_pending) echo "{\"heard\": \"$error\"}" ;;
    slow_down)
      echo "{\"heard\": \"$error\"}"
      interval=$((interval + 5))
      ;;
    "") break ;;
    *)
      echo "{\"refused\": \"$error\"}"
      exit
      ;;
  esac
done

access_token=$(echo "$reply" | field access_token)
# By a file that is not one, so that the key does not stand in the list of processes.
who=$(echo "header = \"Authorization: Bearer $access_token\"" | curl -sS -K - "$issuer/oauth/userinfo")
echo "{\"subject\": \"$(echo "$who" | field sub)\"}"
