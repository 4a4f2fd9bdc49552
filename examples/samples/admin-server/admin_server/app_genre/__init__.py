# -*- coding: utf-8 -*-
"""Genres: model, routes and migrations."""
