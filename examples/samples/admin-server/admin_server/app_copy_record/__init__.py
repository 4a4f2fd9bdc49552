# -*- coding: utf-8 -*-
"""Copies: model, routes and migrations."""
