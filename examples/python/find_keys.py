"""Name every line of the given files that holds an API key, without showing the key. Exits 1 if one does.

    git ls-files -z | xargs -0 python3 find_keys.py
"""

import re
import string
import sys
import zlib

PREFIX = "alprina_sk_live_"  # The operator's API_KEY_PREFIX.
PATTERN = re.compile(PREFIX + "[0-9A-Za-z]{43}(?![0-9A-Za-z])")
DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase


def is_key(text):
    """Whether the last six characters are the CRC-32 of all before them, in base 62."""
    value, checksum = zlib.crc32(text[:-6].encode()), ""
    for _ in range(6):
        value, digit = divmod(value, 62)
        checksum = DIGITS[digit] + checksum
    return checksum == text[-6:]


found = 0
for name in sys.argv[1:]:
    with open(name, encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if any(is_key(text) for text in PATTERN.findall(line)):
                found += 1
                print(f"{name}:{number}: an API key")
sys.exit(1 if found else 0)
