# -*- coding: utf-8 -*-
"""Loans: model, routes and migrations."""
