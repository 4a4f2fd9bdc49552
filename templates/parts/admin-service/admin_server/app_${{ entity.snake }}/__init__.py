# -*- coding: utf-8 -*-
"""${{ entity.plural.title }}: model, routes and migrations."""
