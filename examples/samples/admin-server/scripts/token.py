# -*- coding: utf-8 -*-
"""Prints a token for local work: ``make token``; USER_ID and ROLE say whose."""

import os
import sys
from pathlib import Path

from dotenv import load_dotenv
from flask import Config

from admin_server.examples import OWNER
from admin_server.users.auth import Auth

LOCAL_CONFIG = Path(__file__).resolve().parent.parent / "config" / "local.cfg"


def main():
    """Prints a token that is signed with SECRET_KEY, or with the one for local work."""
    load_dotenv(".env")
    settings = Config(LOCAL_CONFIG.parent)
    settings.from_pyfile(os.environ.get("ADMIN_SERVER_CONFIG") or LOCAL_CONFIG)
    secret_key = os.environ.get("SECRET_KEY") or settings.get("SECRET_KEY")
    role = os.environ.get("ROLE") or Auth.USER
    if role not in Auth.ROLES:
        sys.exit("ROLE must be one of {}".format(", ".join(Auth.ROLES)))
    print(Auth.make_token(secret_key, os.environ.get("USER_ID") or OWNER, role))


if __name__ == "__main__":
    main()
