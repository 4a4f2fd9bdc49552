# -*- coding: utf-8 -*-
"""``python -m admin_server`` runs the application; with ``--reload``, for local work."""

import sys
from argparse import ArgumentParser

from dotenv import load_dotenv
from flask import Flask

from admin_server import config
from admin_server.server import Server
from admin_server.utils import logging


def main():
    """Starts what the command line asks for."""
    parser = ArgumentParser(prog="python -m admin_server", description="Runs the application.")
    parser.add_argument("--reload", action="store_true", help="start again when a file changes")
    arguments = parser.parse_args()
    load_dotenv(".env")
    # What starts the process that serves needs the settings, and nothing else.
    app = Flask(__name__)
    try:
        config.init_app(app)
    except config.ConfigurationError as error:
        sys.exit(str(error))
    logging.configure(app.config["LOG_LEVEL"])
    Server(app.config, reloads=arguments.reload).run()


if __name__ == "__main__":
    main()
