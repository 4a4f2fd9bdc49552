# -*- coding: utf-8 -*-
"""Reservations: model, routes and migrations."""
