# -*- coding: utf-8 -*-
"""Who calls."""
