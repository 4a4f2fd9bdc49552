# -*- coding: utf-8 -*-
"""Books: model, routes and migrations."""
