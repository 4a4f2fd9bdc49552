# -*- coding: utf-8 -*-
"""One application made of services, each a package ``app_<service>`` with a blueprint of its own."""
