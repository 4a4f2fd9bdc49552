# -*- coding: utf-8 -*-
"""Members: model, routes and migrations."""
