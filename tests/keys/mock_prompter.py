"""Plays the person in front of the system's window that asks to unlock the keyring. Run as a program.

MODE: dismiss (closes the window), hang (is not there), password:WORD (types it), or wrong:WORD (types it, and closes the
window when it is there again). Owns the bus name of GNOME's
prompter, so that the real keyring daemon takes the real path without any display.
"""

import base64
import hashlib
import hmac
import os
import sys

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.gnome.keyring.SystemPrompter"
CALLBACK = "org.gnome.keyring.internal.Prompter.Callback"
MODP_1536 = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA237327FFFFFFFFFFFFFFFF",
    16,
)


def exchange(offer: str, secret: bytes) -> str:
    """Seal the password for the daemon as GNOME's own prompter does: Diffie-Hellman, HKDF, AES-128-CBC."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    fields = dict(line.split("=", 1) for line in offer.splitlines() if "=" in line)
    theirs = int.from_bytes(base64.b64decode(fields["public"]), "big")
    mine = int.from_bytes(os.urandom(96), "big")
    shared = pow(theirs, mine, MODP_1536).to_bytes(192, "big")
    key = hmac.digest(hmac.digest(bytes(32), shared, "sha256"), b"\x01", hashlib.sha256)[:16]
    padding = 16 - len(secret) % 16
    start = os.urandom(16)
    cipher = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    sealed = cipher.update(secret + bytes([padding]) * padding) + cipher.finalize()
    public = pow(2, mine, MODP_1536).to_bytes(192, "big").lstrip(b"\0")
    named = {"public": public, "secret": sealed, "iv": start}
    return "[sx-aes-1]\n" + "".join(f"{name}={base64.b64encode(it).decode()}\n" for name, it in named.items())


def react(bus: DBusConnection, message: Message, mode: str) -> str:
    """Answer one message of the daemon as this person would; what the person does from then on."""
    fields = message.header.fields
    member = fields[HeaderFields.member]
    if member in {"Get", "GetAll"}:
        bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownProperty", "s", ("no",)))
        return mode
    bus.send(new_method_return(message))
    if not message.body:
        return mode
    caller = DBusAddress(message.body[0], fields[HeaderFields.sender], CALLBACK)

    def ready(reply: str, sealed: str) -> None:
        bus.send(new_method_call(caller, "PromptReady", "sa{sv}s", (reply, {}, sealed)))

    if member == "BeginPrompting":
        ready("", "")
    elif member == "PerformPrompt" and mode == "dismiss":
        ready("no", message.body[3])
    elif member == "PerformPrompt" and mode.startswith(("password:", "wrong:")):
        ready("yes", exchange(message.body[3], mode.partition(":")[2].encode()))
        return "dismiss" if mode.startswith("wrong:") else mode
    elif member == "StopPrompting":
        bus.send(new_method_call(caller, "PromptDone"))
    return mode


def main(mode: str) -> None:
    """Take the name, say so, and wait to be asked."""
    bus = open_dbus_connection()
    driver = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    bus.send_and_get_reply(new_method_call(driver, "RequestName", "su", (NAME, 4)))
    print("here", flush=True)
    while True:
        message = bus.receive()
        if message.header.message_type == MessageType.method_call:
            mode = react(bus, message, mode)


if __name__ == "__main__":
    main(sys.argv[1])
