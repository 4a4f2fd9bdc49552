# -*- coding: utf-8 -*-
"""Authors: model, routes and migrations."""
